import { describe, expect, it } from 'vitest';
import { drawSizes } from '../../../src/benchmark/datasets/sizes.ts';
import { stream } from '../../../src/random/stream.ts';

const sorted = (sizes: readonly number[]): readonly number[] => [...sizes].sort((a, b) => a - b);

describe('sizes', () => {
  it('of one component have its median and its 95 % point', () => {
    const parts = [{ weight: 1, median: 8192, sigma: 1.5, largest: 1e12 }];
    const sizes = sorted(drawSizes(parts, 20_000, stream(3, 'sizes')));
    expect((sizes[10_000] ?? 0) / 8192).toBeCloseTo(1, 1);
    // exp(1.5 · 1.644854): Abramowitz and Stegun, table 26.5.
    expect((sizes[19_000] ?? 0) / 8192 / 11.789).toBeCloseTo(1, 1);
  });

  it('of several come in the share of their weights, and none is larger than the largest', () => {
    const parts = [
      { weight: 0.9, median: 100, sigma: 0, largest: 100 },
      { weight: 0.1, median: 5000, sigma: 3, largest: 9000 },
    ];
    const sizes = drawSizes(parts, 20_000, stream(3, 'sizes'));
    expect(sizes.filter((size) => size === 100).length / 20_000).toBeCloseTo(0.9, 2);
    expect(Math.max(...sizes)).toBe(9000);
  });
});
