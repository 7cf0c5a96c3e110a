import { describe, expect, it } from 'vitest';
import { mix } from '../../src/exchange/mix.ts';

describe('mix', () => {
  it('tells seeds and numbers apart in all of their 53 bits', () => {
    const values = [0, 1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 40, 2 ** 52];
    expect(new Set(values.map((seed) => mix(seed, 7))).size).toBe(values.length);
    expect(new Set(values.map((number) => mix(7, number))).size).toBe(values.length);
  });

  it('spreads evenly', () => {
    const buckets = new Uint32Array(16);
    for (let number = 0; number < 160_000; number++) {
      const bucket = mix(1, number) >>> 28;
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    // Five standard deviations of 10 000.
    for (const count of buckets) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});
