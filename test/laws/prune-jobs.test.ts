import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRUNE } from '../../src/simulation/plan/levels.ts';
import { oneWorkload } from '../support/one-workload.ts';
import { planOf, runOf } from '../support/played.ts';

const drawn = fc.record({
  every: fc.constantFrom('every 3 h', 'daily at 01:00', 'every 2 days at 04:00'),
  next: fc.constantFrom('skip', 'queue'),
  write: fc.integer({ min: 5, max: 500 }).map((n) => `${n} MB/s`),
  prune: fc.constantFrom('every 8 h', 'daily at 00:30', 'weekly on Sunday at 05:00'),
  fixed: fc.integer({ min: 0, max: 600 }).map((n) => `${n} min`),
  unused: fc.constantFrom('0 %', '5 %', '60 %', '100 %'),
  of: fc.constantFrom('repository', 'pack'),
  keep: fc.integer({ min: 1, max: 9 }),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** One repository, of which the same is new in each backup, whenever it begins. */
const scenarioOf = ({ every, next, write, keep, fixed, of, ...pruned }: Drawn, prunes: boolean) =>
  oneWorkload({
    horizon: '21 days',
    workload: { size: '100 GB', files: 100_000, change: '10 %/run' },
    store: { write, read: write },
    tools: {
      own: {
        ...{ style: 'dedup', granularity: 'file', compression: 'off' },
        prune: { fixed, of, pack: '8 MB' },
      },
    },
    strategy: {
      ...{ tool: 'own', full: undefined, incremental: every, overrun: { next } },
      ...{ keep: { last: keep } },
      prune: prunes ? { on: pruned.prune, unused: pruned.unused } : 'never',
    },
  });

/** When each point was begun, in order, of all that were made. */
function startsOf(declared: ReturnType<typeof oneWorkload>) {
  const starts: number[] = [];
  const run = runOf(planOf(declared), {
    watch: ({ protections }) => {
      const time = protections[0]?.lastTime ?? Number.NaN;
      if (time >= 0 && time !== starts.at(-1)) starts.push(time);
    },
  });
  return { starts, run };
}

describe('a prune', () => {
  it('never makes a backup earlier, and frees all that backups added and that is not there', () => {
    let prunes = 0;
    fc.assert(
      fc.property(drawn, (one) => {
        const [pruned, not] = [startsOf(scenarioOf(one, true)), startsOf(scenarioOf(one, false))];
        expect(pruned.starts.length).toBeLessThanOrEqual(not.starts.length);
        for (const [index, start] of pruned.starts.entries()) {
          expect(start).toBeGreaterThanOrEqual((not.starts[index] ?? Infinity) - 1e-3);
        }
        const { run } = pruned;
        const tally = run.tallies[0]?.[PRUNE];
        prunes += tally?.count ?? 0;
        const backups = run.tallies[0]?.slice(0, PRUNE) ?? [];
        const added = backups.reduce((sum, { bytesStored }) => sum + bytesStored, 0);
        expect(Math.abs(added - (tally?.bytesFreed ?? 0) - run.stored.end)).toBeLessThan(
          1e-9 * added,
        );
        expect(tally?.bytesStored).toBeLessThanOrEqual(tally?.bytesRead ?? 0);
      }),
      { numRuns: 60 },
    );
    expect(prunes).toBeGreaterThan(100);
  });
});
