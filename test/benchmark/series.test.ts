import { describe, expect, it } from 'vitest';
import { LEVEL_NAMES } from '../../src/benchmark/level.ts';
import { backupsOf, generationsOf } from '../../src/benchmark/series.ts';

describe('the generations of levels', () => {
  it('change before each but the first and the unchanged', () => {
    expect(generationsOf(['full', 'unchanged', 'incremental', 'full', 'unchanged'])).toEqual([
      0, 0, 1, 2, 2,
    ]);
  });
});

describe('the backups of a series', () => {
  it('are made against the point before, or the last full', () => {
    const levels = ['full', 'incremental', 'differential', 'full', 'incremental'] as const;
    expect(backupsOf(levels, LEVEL_NAMES).map(({ point }) => point.base)).toEqual([
      null,
      0,
      0,
      null,
      3,
    ]);
  });

  it('leave out what the tool does not know, and keep to the generation of the data', () => {
    const backups = backupsOf(['full', 'differential', 'incremental'], ['full', 'incremental']);
    expect(backups).toEqual([
      { point: { number: 0, level: 'full', base: null }, generation: 0 },
      { point: { number: 1, level: 'incremental', base: 0 }, generation: 2 },
    ]);
  });

  it('leave out an unchanged after what the tool does not know: it would find a change', () => {
    const levels = ['full', 'differential', 'unchanged', 'incremental', 'unchanged'] as const;
    const backups = backupsOf(levels, ['full', 'incremental', 'unchanged']);
    expect(backups.map(({ point, generation }) => [point.level, generation])).toEqual([
      ['full', 0],
      ['incremental', 2],
      ['unchanged', 2],
    ]);
  });
});
