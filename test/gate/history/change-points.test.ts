import { describe, expect, it } from 'vitest';
import { changePoints } from '../../../src/gate/history/change-points.ts';
import { normalQuantile } from '../../../src/random/normal-quantile.ts';
import { stream } from '../../../src/random/stream.ts';

const LEAST = Math.log1p(0.02);

/** Values with normal noise, each stretch at its level. */
function noisy(seed: number, sd: number, stretches: readonly (readonly [number, number])[]) {
  const draw = stream(seed, 'history');
  return stretches.flatMap(([count, level]) =>
    Array.from({ length: count }, () => level + sd * normalQuantile(draw())),
  );
}

describe('changePoints', () => {
  it('finds a step of what does not vary, with six values on either side', () => {
    const step = (before: number, after: number): readonly number[] => [
      ...Array.from({ length: before }, () => 0),
      ...Array.from({ length: after }, () => 0.03),
    ];
    expect(changePoints(step(6, 6), LEAST)).toEqual([6]);
    expect(changePoints(step(9, 6), LEAST)).toEqual([9]);
    expect(changePoints(step(6, 5), LEAST)).toEqual([]);
  });

  it('passes over steps that are too small to be of interest, and what never changes', () => {
    const small = Array.from({ length: 30 }, (_, index) => (index < 15 ? 0 : 0.019));
    expect(changePoints(small, LEAST)).toEqual([]);
    expect(changePoints(small.fill(0), LEAST)).toEqual([]);
    expect(changePoints([], LEAST)).toEqual([]);
  });

  it('finds two steps, up and down again, and says always the same', () => {
    const values = noisy(3, 0.03, [
      [15, 0],
      [12, 0.2],
      [15, 0],
    ]);
    const found = changePoints(values, LEAST);
    expect(found).toEqual([15, 27]);
    expect(changePoints(values, LEAST)).toEqual(found);
  });

  it('is quiet in 99 of 100 histories of noise alone', () => {
    let found = 0;
    for (let seed = 0; seed < 500; seed++) {
      if (changePoints(noisy(seed, 0.05, [[40, 0]]), LEAST).length > 0) found++;
    }
    expect(found).toBeLessThanOrEqual(5);
  });

  it('finds twice the noise within two runs of where it is, in nine of ten', () => {
    let near = 0;
    for (let seed = 0; seed < 40; seed++) {
      const values = noisy(seed, 0.05, [
        [20, 0],
        [20, 0.1],
      ]);
      if (changePoints(values, LEAST).some((at) => Math.abs(at - 20) <= 2)) near++;
    }
    expect(near).toBeGreaterThanOrEqual(36);
  });
});
