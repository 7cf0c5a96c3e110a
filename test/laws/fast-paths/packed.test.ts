import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyScenario } from '../../support/arbitraries/any-scenario.ts';
import { planOf, runOf } from '../../support/played.ts';

describe('protections whose numbers lie side by side', () => {
  it('do what they do one by one', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(), fc.nat(100), (declared, seed, snapshotAt) => {
        const plan = planOf(declared);
        for (const { name: strategy } of plan.strategies) {
          const play = { strategy, seed, snapshotAt };
          const packed = runOf(plan, { ...play, packFrom: 0 });
          expect(packed).toEqual(runOf(plan, { ...play, packFrom: Infinity }));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('give the same reasons at the end, also for an age that counts back from now', () => {
    const plan = planOf({
      start: '2026-01-05',
      horizon: '11 days',
      workloads: { data: { size: '1 GB' } },
      stores: { disk: {} },
      strategies: {
        plan: {
          incremental: 'daily at 00:00',
          keep: { dialect: 'exclusive+oldest', last: 1, within: '10 d' },
        },
      },
    });
    expect(runOf(plan, { packFrom: 0 }).chains).toEqual(runOf(plan).chains);
  });

  it('do so when many wait for their turns and chains outgrow their room', () => {
    const names = Array.from({ length: 60 }, (_, index) => index);
    const plan = planOf({
      start: '2026-01-05',
      horizon: '1 year',
      sites: { here: { server: { jobs: 20 } }, there: { server: { jobs: 2 } } },
      stores: { disk: { site: 'here', write: '4 GB/s' } },
      workloads: Object.fromEntries(
        names.map((index) => [
          `data ${index}`,
          {
            site: index % 3 === 0 ? 'there' : 'here',
            size: `${1 + (index % 7)} TB`,
            change: '2 %/day',
          },
        ]),
      ),
      links: { wan: { between: ['here', 'there'], rate: '10 Gbit/s' } },
      strategies: {
        nightly: {
          full: 'weekly on Sunday at 22:00',
          incremental: 'daily at 22:00',
          window: '22:00-06:00',
          to: 'disk',
          keep: { daily: 200 },
        },
      },
    });
    const packed = runOf(plan, { packFrom: 0 });
    expect(packed).toEqual(runOf(plan, { packFrom: Infinity }));
    expect(packed.points).toBeGreaterThan(60 * 200);
    expect(packed.tallies.flat().some(({ wait }) => wait > 0)).toBe(true);
  });
});
