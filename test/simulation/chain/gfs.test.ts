import { describe, expect, it } from 'vitest';
import { BYTES, cell, TIME } from '../../../src/simulation/chain/rows.ts';
import { filesOf, oneWorkload } from '../../support/one-workload.ts';
import { planOf, runOf } from '../../support/played.ts';

const GIB = 2 ** 30;

describe('a first run that falls on a GFS moment', () => {
  // Run through the Restore Point Simulator (tdewin/rps, commit 4e26f73) with these inputs: the
  // moment lies between no two runs, so nothing is marked and nothing is set aside for it.
  it('is not marked', () => {
    const run = runOf(
      planOf(
        oneWorkload({
          start: '2024-01-07T22:00:00Z',
          horizon: '121 hours',
          workload: { size: '1000 GiB', change: '10 %/run', compressibility: 2 },
          strategy: {
            style: 'copy',
            full: 'never',
            incremental: 'every 24 h',
            keep: { points: 3, gfs: { weekly: 2 } },
          },
        }),
      ),
    );
    expect(filesOf(run)).toHaveLength(3);
    expect(run.chains[0]?.archiveFulls.count).toBe(0);
    expect(run.stored.end / GIB).toBeCloseTo(600, 9);
    expect(run.stored.peakAfterPrune / GIB).toBeCloseTo(600, 9);
    expect(run.stored.peakAfterPruneAt).toBe(Date.parse('2024-01-09T22:00:00Z') / 1000);
  });
});

describe('fulls that are set aside', () => {
  const dates = (declared: ReturnType<typeof oneWorkload>) => {
    const { archiveFulls, rows } = runOf(planOf(declared)).chains[0] ?? {};
    if (!archiveFulls || !rows) throw new Error('there is no chain');
    return [archiveFulls, rows].map((part) =>
      Array.from({ length: part.count }, (_, index) => ({
        on: new Date(cell(part, index, TIME) * 1000).toISOString().slice(0, 10),
        gib: Math.round(cell(part, index, BYTES) / GIB),
      })),
    );
  };

  it('are of the days that were marked, though increments are merged in between', () => {
    const [aside, working] = dates(
      oneWorkload({
        start: '2024-01-01',
        horizon: '400 days',
        workload: { size: '1000 GiB', change: '5 %/day' },
        strategy: {
          style: 'copy',
          full: 'never',
          incremental: 'daily at 20:00',
          keep: { points: 1, gfs: { weekly: 2 } },
        },
      }),
    );
    // The last two Sundays, and the last run.
    expect(aside).toEqual([
      { on: '2025-01-26', gib: 1000 },
      { on: '2025-02-02', gib: 1000 },
    ]);
    expect(working).toEqual([{ on: '2025-02-03', gib: 1000 }]);
  });

  it('are as large as the data were then, though each run is marked', () => {
    const [aside, chain] = dates(
      oneWorkload({
        start: '2024-01-07',
        horizon: '360 days',
        workload: { size: '500 GiB', growth: '50 %/year', change: '5 %/day' },
        strategy: {
          style: 'copy',
          full: 'never',
          incremental: 'weekly on Sunday at 22:00',
          keep: { points: 2, gfs: { weekly: 4 } },
        },
      }),
    );
    // 500 GiB * 1.5^(days / 365), in the days since the first run: 46 to 50 weeks.
    const size = (days: number) => Math.round(500 * 1.5 ** (days / 365));
    expect(aside).toEqual([
      { on: '2024-11-24', gib: size(322) },
      { on: '2024-12-01', gib: size(329) },
      { on: '2024-12-08', gib: size(336) },
      { on: '2024-12-15', gib: size(343) },
    ]);
    expect(chain?.[0]).toEqual({ on: '2024-12-22', gib: size(350) });
    expect(chain?.[1]?.on).toBe('2024-12-29');
  });
});
