import { describe, expect, it } from 'vitest';
import { type Answered, diffOf } from '../../../src/report/diff/between.ts';
import { inputsOf } from '../../../src/report/diff/inputs.ts';
import type { Result, StrategyResult } from '../../../src/report/result/result.ts';
import { fixture } from '../fixture.ts';

const of = (result: Result, inputs: unknown = {}): Answered => ({
  result,
  inputs: inputsOf(inputs),
});

/** The fixture with one strategy changed. */
const changed = (
  name: string,
  by: (strategy: StrategyResult) => Partial<StrategyResult>,
): Result => {
  const whole = fixture();
  const strategies = whole.strategies.map((one) =>
    one.name === name ? { ...one, ...by(one) } : one,
  );
  return { ...whole, strategies };
};

const exactly = (value: number) => ({ mean: value, p05: value, p50: value, p95: value });

describe('what differs between two answers', () => {
  it('is nothing where they are the same', () => {
    expect(diffOf(of(fixture()), of(fixture()))).toMatchObject({
      inputs: [],
      added: [],
      removed: [],
      verdicts: [],
      figures: [],
    });
  });

  it('is a figure with its share, and a promise that turned', () => {
    // 65 TB at the peak become 78 TB: a fifth more.
    const now = changed('weekly-full', ({ stored, objectives }) => ({
      stored: { ...stored, peak: exactly(78e12) },
      objectives: objectives.map((one) => ({
        ...one,
        met: one.name === 'fill' ? !one.met : one.met,
      })),
    }));
    const was = fixture().strategies.find(({ name }) => name === 'weekly-full');
    const fill = was?.objectives.find(({ name }) => name === 'fill')?.met;
    const { figures, verdicts } = diffOf(of(fixture()), of(now));
    expect(figures).toEqual([
      {
        ...{ strategy: 'weekly-full', figure: 'peak', unit: 'bytes' },
        ...{ old: 65e12, new: 78e12, change: expect.closeTo(0.2, 12) },
      },
    ]);
    expect(verdicts).toEqual([{ strategy: 'weekly-full', promise: 'fill', old: fill, new: !fill }]);
  });

  it('is what came and went', () => {
    const names = ['nightly-incremental', 'weekly-full', 'new-one'];
    const { added, removed } = diffOf(of(fixture()), of(fixture({ names })));
    expect(added).toEqual(['new-one']);
    expect(removed).toEqual(['forever-dedup']);
  });

  it('is in fields, one by one, in lists too; nobody knows those of a result', () => {
    const old = { a: { b: '1 TB', c: [1, 2] }, d: {} };
    const now = { a: { b: '2 TB', c: [1] }, d: { e: true } };
    expect(diffOf(of(fixture(), old), of(fixture(), now)).inputs).toEqual([
      { path: 'a.b', old: '1 TB', new: '2 TB' },
      { path: 'd.e', old: null, new: 'true' },
      { path: 'a.c[1]', old: '2', new: null },
      { path: 'd', old: '{}', new: null },
    ]);
    expect(diffOf({ result: fixture(), inputs: null }, of(fixture())).inputs).toBeNull();
  });
});
