import { describe, expect, it } from 'vitest';
import { judge } from '../../src/gate/judge.ts';
import type { Sample } from '../../src/gate/sample.ts';

/** Pairs of about a second each, the second side so many times as long, with noise of 1 %. */
const pairs = (count: number, ratio: number) =>
  Array.from({ length: count }, (_, index) => ({
    before: 1 + 0.01 * Math.sin(7 * index),
    after: ratio * (1 + 0.01 * Math.sin(11 * index + 1)),
  }));

const sample = (given: Partial<Sample>): Sample => ({
  ...{ scenario: 'office/tar/disk', metric: 'work', limit: 0.1, clock: 'work' },
  ...{ pairs: pairs(8, 1), others: [], ...given },
});

const stored = (before: number[], after: number[], limit = 0.02): Sample =>
  sample({
    ...{ metric: 'stored', clock: null, limit },
    pairs: Array.from({ length: 5 }, (_, index) => ({
      before: before[index % before.length] as number,
      after: after[index % after.length] as number,
    })),
  });

const verdictOf = (one: Sample): string | undefined => judge([one], null).judgements[0]?.verdict;

describe('a verdict on times', () => {
  it('is worse at the first look where all pairs agree and the limit is exceeded', () => {
    const { judgements, wanted } = judge([sample({ pairs: pairs(8, 1.15) })], null);
    expect(judgements[0]).toMatchObject({ verdict: 'worse', how: 'tested', pairs: 8 });
    expect(judgements[0]?.ratio).toBeCloseTo(1.15, 2);
    expect(judgements[0]?.chance).toBe(1 / 256);
    expect(wanted).toEqual([8]);
  });

  it('waits for the second look where it is less than the limit', () => {
    expect(judge([sample({ pairs: pairs(8, 1.07) })], null).wanted).toEqual([15]);
    expect(verdictOf(sample({ pairs: pairs(15, 1.07) }))).toBe('worse');
    expect(verdictOf(sample({ pairs: pairs(15, 1.04) }))).toBe('same');
  });

  it('is the same where nothing differs, and asks for no more pairs', () => {
    const { judgements, wanted } = judge([sample({})], null);
    expect(judgements[0]).toMatchObject({ verdict: 'same', pairs: 8, note: null });
    expect(wanted).toEqual([8]);
  });

  it('is better where it is faster', () => {
    expect(verdictOf(sample({ pairs: pairs(8, 0.85) }))).toBe('better');
  });

  it('cannot be told of seven pairs, however they differ', () => {
    const { judgements, wanted } = judge([sample({ pairs: pairs(7, 2) })], null);
    expect(judgements[0]?.verdict).toBe('cannot tell');
    expect(wanted).toEqual([8]);
  });

  it('cannot be told of one pair', () => {
    const [judged] = judge([sample({ pairs: pairs(1, 1) })], null).judgements;
    expect(judged).toMatchObject({
      verdict: 'cannot tell',
      low: null,
      high: null,
      detectable: null,
    });
  });

  it('cannot be told where noise hides the limit, with the pairs that would be needed', () => {
    const noisy = pairs(15, 1).map(({ before }, index) => ({
      before,
      after: before * Math.exp(index % 2 === 0 ? 0.5 : -0.5),
    }));
    const [judged] = judge([sample({ pairs: noisy })], null).judgements;
    expect(judged?.verdict).toBe('cannot tell');
    // A spread of 1.4826 · 0.5: 4 + (4.211 · 0.7413 / ln 1.1)² = 1076.6.
    expect(judged?.needed).toBe(1077);
  });

  it('passes what is worse by a time of no weight', () => {
    const tiny = pairs(8, 1.3).map(({ before, after }) => ({
      before: before / 10,
      after: after / 10,
    }));
    const [judged] = judge([sample({ pairs: tiny })], null).judgements;
    expect(judged).toMatchObject({ verdict: 'same', note: expect.stringContaining('0.05 s') });
  });

  it('cannot be told where work is the same and wall time grew', () => {
    const others = [{ clock: 'wall' as const, pairs: pairs(8, 1.5) }];
    const [judged] = judge([sample({ others })], null).judgements;
    expect(judged).toMatchObject({ verdict: 'cannot tell' });
    expect(judged?.note).toContain('wall grew by 5');
  });

  it('takes more pairs and a larger difference where many are judged together', () => {
    const many = Array.from({ length: 12 }, () => sample({ pairs: pairs(8, 1.15) }));
    const { judgements, wanted } = judge(many, null);
    expect(new Set(judgements.map(({ verdict }) => verdict))).toEqual(new Set(['cannot tell']));
    expect(new Set(wanted)).toEqual(new Set([12]));
  });
});

describe('a verdict on amounts', () => {
  it('holds exact ones to the limit, with five pairs', () => {
    expect(verdictOf(stored([1000], [1020]))).toBe('same');
    expect(verdictOf(stored([1000], [1021]))).toBe('worse');
    expect(verdictOf(stored([1000], [970]))).toBe('better');
    expect(judge([stored([1000], [1030])], null).wanted).toEqual([5]);
  });

  it('cannot tell of fewer pairs, which may be alike by chance', () => {
    const few = stored([1000], [1030]);
    const { judgements, wanted } = judge([{ ...few, pairs: few.pairs.slice(1) }], null);
    expect(judgements[0]).toMatchObject({ verdict: 'cannot tell', how: 'exact', pairs: 4 });
    expect(wanted).toEqual([5]);
  });

  it('says that something out of nothing is more', () => {
    const [judged] = judge([stored([0], [1])], null).judgements;
    expect(judged).toMatchObject({ verdict: 'worse', ratio: null });
    expect(verdictOf(stored([0], [0]))).toBe('same');
  });

  it('tests those that vary', () => {
    const varied = stored([1000, 1050], [1000, 1000]);
    expect(judge([varied], null).judgements[0]).toMatchObject({ how: 'tested' });
    expect(judge([varied], null).wanted).toEqual([8]);
  });

  it('cannot tell where some runs have nothing', () => {
    expect(verdictOf(stored([0, 5], [5, 0]))).toBe('cannot tell');
  });
});
