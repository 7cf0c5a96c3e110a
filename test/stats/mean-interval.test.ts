import { describe, expect, it } from 'vitest';
import { NETS } from '../../src/random/net.ts';
import { stream } from '../../src/random/stream.ts';
import { fillsNets, meanInterval, netMeans } from '../../src/stats/mean-interval.ts';

describe('the interval of a mean', () => {
  it('is that of Student over few trials', () => {
    // 2 ± t(0.975, 2) · 1 / √3 with t = 4.302653; the expansion is 2 % short at two degrees.
    const { value, low, high } = meanInterval([1, 2, 3]);
    expect(value).toBe(2);
    expect(2 - low).toBeCloseTo(high - 2, 12);
    expect((high - 2) / 2.4841).toBeGreaterThan(0.97);
    expect((high - 2) / 2.4841).toBeLessThan(1.001);
  });

  it('of one trial has no ends', () => {
    expect(meanInterval([5])).toEqual({ value: 5, low: -Infinity, high: Infinity });
  });

  it('takes the nets for what is independent, as soon as each has two points', () => {
    expect([31, 32].map(fillsNets)).toEqual([false, true]);
    const values = Array.from({ length: 64 }, (_, trial) => trial);
    expect(netMeans(values)).toEqual(Array.from({ length: NETS }, (_, net) => 24 + net));
    // All nets agree where each covers the same: nothing is left open.
    const even = Array.from({ length: 64 }, (_, trial) => Math.floor(trial / NETS));
    expect(meanInterval(even)).toEqual({ value: 1.5, low: 1.5, high: 1.5 });
  });

  it('holds the truth in 95 of 100 cases where trials are independent', () => {
    let held = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const draw = stream(seed, 'mean');
      const { low, high } = meanInterval(Array.from({ length: 160 }, draw));
      if (low <= 0.5 && 0.5 <= high) held++;
    }
    // Four standard deviations of a share of 1000.
    expect(Math.abs(held / 1000 - 0.95)).toBeLessThan(0.028);
  });
});
