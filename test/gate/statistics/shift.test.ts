import { describe, expect, it } from 'vitest';
import { aligned } from '../../../src/gate/statistics/alignment.ts';
import { shiftAtLeast, shiftAtMost, shiftOf } from '../../../src/gate/statistics/shift.ts';
import { normalQuantile } from '../../../src/random/normal-quantile.ts';
import { stream } from '../../../src/random/stream.ts';
import { EXAMPLE } from './example.ts';

describe('the shift between the sides of pairs', () => {
  it('is that of the worked example, with its interval', () => {
    const sides = aligned(EXAMPLE);
    expect(shiftOf(sides) * 64).toBe(4);
    expect(shiftAtLeast(sides, 0.025) * 64).toBe(3);
    expect(shiftAtMost(sides, 0.025) * 64).toBe(5);
  });

  it('has no ends with five pairs, and has some with six', () => {
    const pairs = Array.from({ length: 6 }, () => ({ before: 0, after: 1 }));
    expect(shiftAtLeast(aligned(pairs.slice(1)), 0.025)).toBe(-Infinity);
    expect(shiftAtMost(aligned(pairs.slice(1)), 0.025)).toBe(Infinity);
    expect(shiftAtLeast(aligned(pairs), 0.025)).toBe(1);
  });

  it('follows a shift exactly', () => {
    const moved = EXAMPLE.map(({ before, after }) => ({ before, after: after + 1 }));
    const [sides, later] = [aligned(EXAMPLE), aligned(moved)];
    expect(shiftOf(later)).toBe(shiftOf(sides) + 1);
    expect(shiftAtLeast(later, 0.025)).toBe(shiftAtLeast(sides, 0.025) + 1);
    expect(shiftAtMost(later, 0.1)).toBe(shiftAtMost(sides, 0.1) + 1);
  });

  it('has an interval that holds the truth in 95 of 100 cases, of noise with spikes', () => {
    const draw = stream(1, 'shift');
    const noise = (): number =>
      0.05 * normalQuantile(draw()) + (draw() < 0.1 ? -0.3 * Math.log(1 - draw()) : 0);
    let held = 0;
    for (let round = 0; round < 500; round++) {
      const pairs = Array.from({ length: 10 }, () => ({ before: noise(), after: 0.1 + noise() }));
      const sides = aligned(pairs);
      if (shiftAtLeast(sides, 0.025) <= 0.1 && 0.1 <= shiftAtMost(sides, 0.025)) held++;
    }
    // Three standard deviations of a share of 500 below 95 %.
    expect(held / 500).toBeGreaterThan(0.92);
  });
});
