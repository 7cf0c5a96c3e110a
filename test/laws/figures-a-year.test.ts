import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Declared, resultOf, strategyOf } from '../support/played.ts';

const DISASTERS = {
  slip: { scope: 'workload', 'per-year': 2, 'noticed-after': '4 h' },
  fire: { scope: 'site home', 'per-year': 0.01, decide: '4 h', provision: '3 d' },
  ransom: { scope: 'everything online and unlocked', 'per-year': 0.1, decide: '1 d' },
};

/** Data that neither grow nor change their pace, kept for less than a year, at prices that stay. */
const steady = fc
  .record({
    style: fc.constantFrom('forward', 'dedup', 'reverse'),
    keep: fc.constantFrom(
      { daily: 7, weekly: 0 },
      { daily: 30, weekly: 0 },
      { daily: 14, weekly: 8 },
    ),
    locked: fc.constantFrom(0, 5, 20),
    dwell: fc.constantFrom('0 s', '3 d', '12 d'),
    latent: fc.constantFrom(undefined, '1 %/year'),
    isWeekly: fc.boolean(),
  })
  .map(({ style, keep, locked, dwell, latent, isWeekly }) => ({
    // Days until as many copies go as come.
    retention: Math.max(keep.daily * (isWeekly ? 7 : 1), 7 * keep.weekly, locked),
    declared: {
      start: '2027-01-01',
      sites: { home: {}, away: {} },
      links: { wan: { between: ['home', 'away'], rate: '1 GB/s' } },
      workloads: {
        data: { size: '1 TB', site: 'home', change: '1 %/day', compressibility: 1, duplicates: 0 },
      },
      stores: {
        disk: {
          site: 'home',
          read: '1 GB/s',
          write: '1 GB/s',
          latent,
          cost: { once: '10000 USD' },
        },
        bucket: { site: 'away', latent, profile: 'cloud/aws-s3-standard' },
      },
      tools: { own: { style } },
      strategies: {
        plan: {
          tool: 'own',
          to: 'disk',
          incremental: 'daily at 20:00',
          keep,
          copies: [
            {
              to: 'bucket',
              on: isWeekly ? 'weekly on Sunday at 12:00' : 'daily at 03:00',
              lock: locked > 0 ? `${locked} d` : undefined,
            },
          ],
        },
      },
      disasters: { ...DISASTERS, ransom: { ...DISASTERS.ransom, dwell } },
      penalties: { outage: '1000 USD/h', 'lost-data': '500 USD/h', 'all-lost': '3000000 USD' },
    },
  }));

async function yearOf(declared: Declared, years: number) {
  const horizon = years === 1 ? '1 year' : `${years} years`;
  const { loss, cost } = strategyOf(await resultOf({ ...declared, horizon }), 'plan');
  if (!loss || !cost) throw new Error('there is nothing to compare');
  return {
    chance: loss.probability.mean,
    work: loss.work.mean,
    outage: loss.outage.mean,
    penalties: cost.penalties.mean,
    cost: cost.total.mean,
  };
}

describe('figures a year', () => {
  // Until what is kept has come to rest there is half of it on average, and the last copy may be
  // some days old: figures may differ by that share of the shorter horizon.
  it('do not hang on the horizon where nothing else does', async () => {
    await fc.assert(
      fc.asyncProperty(steady, async ({ declared, retention }) => {
        const long = await yearOf(declared, 10);
        for (const years of [1, 5]) {
          const share = (retention / 2 + 3) / (365 * years);
          const short = Object.entries(await yearOf(declared, years));
          for (const [name, figure] of short) {
            const other = long[name as keyof typeof long];
            expect(Math.abs(figure - other), name).toBeLessThanOrEqual(share * other);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});
