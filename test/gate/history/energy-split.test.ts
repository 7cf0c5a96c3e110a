import { describe, expect, it } from 'vitest';
import { energySplit } from '../../../src/gate/history/energy-split.ts';

/** The definition, pair by pair. */
function byDefinition(values: readonly number[], at: number, end: number): number {
  const [left, right] = [values.slice(0, at), values.slice(at, end)];
  const pairs = (side: readonly number[]): number[] =>
    side.flatMap((x, index) => side.slice(index + 1).map((y) => Math.abs(x - y)));
  const mean = (all: readonly number[]): number =>
    all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length;
  const between = left.flatMap((x) => right.map((y) => Math.abs(x - y)));
  const energy = 2 * mean(between) - mean(pairs(left)) - mean(pairs(right));
  return ((left.length * right.length) / end) * energy;
}

describe('energySplit', () => {
  it('splits where the parts differ most', () => {
    // 3 and 3 values, 1 apart, alike within: 9 ÷ 6 · (2 · 1 − 0 − 0).
    expect(energySplit([0, 0, 0, 1, 1, 1], 2)).toEqual({ at: 3, end: 6, q: 3 });
  });

  it('ends the second part where it changes back', () => {
    // 2 and 2 values: 4 ÷ 4 · (2 · 1 − 0 − 0).
    expect(energySplit([0, 0, 1, 1, 0, 0], 2)).toEqual({ at: 2, end: 4, q: 2 });
  });

  it('leaves so many on either side, and says so where there are too few', () => {
    expect(energySplit([0, 1, 1, 1, 1, 1], 3)?.at).toBe(3);
    expect(energySplit([0, 0, 1, 1], 3)).toBeNull();
    expect(energySplit([], 1)).toBeNull();
  });

  it('is what the definition says of every split', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
    const all = values.flatMap((_, at) =>
      values
        .map((__, last) => last + 1)
        .filter((end) => at >= 2 && end - at >= 2)
        .map((end) => ({ at, end, q: byDefinition(values, at, end) })),
    );
    const best = all.reduce((most, one) => (one.q > most.q ? one : most));
    const found = energySplit(values, 2);
    expect([found?.at, found?.end]).toEqual([best.at, best.end]);
    expect(found?.q).toBeCloseTo(best.q, 10);
  });
});
