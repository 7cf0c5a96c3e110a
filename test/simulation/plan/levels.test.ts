import { describe, expect, it } from 'vitest';
import { filesOf, oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, runOf } from '../../support/played.ts';

const weekly = (style: string, more: Declared = {}): Declared =>
  oneWorkload({
    horizon: '30 days',
    workload: { size: '10 TB', change: '1 %/day' },
    store: { read: '1 GB/s' },
    strategy: {
      style,
      full: 'never',
      incremental: 'daily at 00:00',
      keep: { points: 7 },
      ...more,
    },
  });

describe('levels that a style does not make', () => {
  it.each([
    ['copy', 'full'],
    ['copy', 'synthetic'],
    ['copy', 'differential'],
    ['replica', 'full'],
    ['replica', 'synthetic'],
    ['reverse', 'synthetic'],
    ['reverse', 'differential'],
    ['dedup', 'synthetic'],
  ])('of style %s: %s backups run as increments, and a warning says so', async (style, level) => {
    const asked = weekly(style, { [level]: 'weekly on Sunday at 00:00' });
    expect(filesOf(runOf(planOf(asked)))).toEqual(filesOf(runOf(planOf(weekly(style)))));
    const { warnings } = await resultOf(asked);
    expect(warnings).toContain(
      `plan: the style makes no ${level} backups${level === 'full' ? ' after the first' : ''}: they run as increments`,
    );
  });

  it.each([['reverse'], ['dedup'], ['forward']])('style %s makes fulls', async (style) => {
    const asked = weekly(style, { full: 'weekly on Sunday at 00:00' });
    const { jobs } = (await resultOf(asked)).strategies[0] ?? { jobs: [] };
    expect(jobs.map(({ level }) => level)).toContain('full');
    expect((await resultOf(asked)).warnings.join()).not.toContain('increments');
  });
});

describe('a full that is set aside', () => {
  it('costs the time in which its copy is read and written, at the next run', () => {
    const longest = (gfs: Declared): number => {
      const { durations } = runOf(planOf(weekly('copy', { keep: { points: 7, ...gfs } })));
      return Math.max(...(durations[0] ?? []));
    };
    // 10 TB at 1 GB/s: the seed writes them; the copy reads and writes them.
    expect(longest({})).toBeLessThan(11_000);
    expect(longest({ gfs: { weekly: 2 } })).toBeGreaterThan(20_000);
  });
});
