import { describe, expect, it } from 'vitest';
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
