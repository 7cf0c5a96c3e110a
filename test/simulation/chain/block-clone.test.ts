import { describe, expect, it } from 'vitest';
import { BYTES, cell, emptyRows } from '../../../src/simulation/chain/rows.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { planOf, runOf } from '../../support/played.ts';

const TB = 1e12;

describe('a store that clones blocks', () => {
  it('holds a full once, also while the file that it was built on is deleted', () => {
    // 10 TB, 0.1 TB a day: two weeks of points and one full come to about 12 TB at any instant.
    const { stored, byStore } = runOf(
      planOf(
        oneWorkload({
          horizon: '42 days',
          workload: { size: '10 TB', change: '1 %/day' },
          store: { 'block-clone': 'age-table', capacity: '15 TB' },
          strategy: {
            full: 'never',
            synthetic: 'weekly on Sunday at 00:00',
            incremental: 'daily at 00:00',
            keep: { points: 14 },
          },
        }),
      ),
    );
    expect(stored.peakAfterPrune).toBeGreaterThan(11 * TB);
    expect(stored.peak).toBeLessThan(stored.peakAfterPrune + 0.5 * TB);
    expect(byStore.fullOn[0]).toBeNaN();
  });
});

describe('a source that becomes smaller', () => {
  it('never leaves a file of less than nothing', () => {
    const run = runOf(
      planOf(
        oneWorkload({
          horizon: '2 years',
          workload: { size: '10 TB', growth: '-30 %/year', change: '0.1 %/day' },
          store: { 'block-clone': 'age-table' },
          strategy: {
            style: 'copy',
            full: 'never',
            incremental: 'daily at 22:00',
            keep: { points: 7, gfs: { yearly: 3 } },
          },
        }),
      ),
    );
    const { archiveFulls, rows } = run.chains[0] ?? {
      archiveFulls: emptyRows(),
      rows: emptyRows(),
    };
    expect(archiveFulls.count).toBeGreaterThan(0);
    for (const part of [archiveFulls, rows]) {
      for (let i = 0; i < part.count; i++) expect(cell(part, i, BYTES)).toBeGreaterThanOrEqual(0);
    }
  });
});
