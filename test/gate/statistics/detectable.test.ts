import { describe, expect, it } from 'vitest';
import { detectable, pairsNeeded, spreadOf } from '../../../src/gate/statistics/detectable.ts';

describe('what a test can find', () => {
  // Standard normal quantiles: 2.512 at 99.4 %, 1.282 at 90 %; 1.11 · (2.512 + 1.282) = 4.211.
  it('is 4.2 standard errors, of an interval of 95 %', () => {
    expect(detectable({ low: -0.0196, high: 0.0196 }, 0.006)).toBeCloseTo(Math.expm1(0.04211), 4);
  });

  it('is not known of an interval without ends', () => {
    expect(detectable({ low: -Infinity, high: Infinity }, 0.006)).toBeNull();
  });

  it('needs pairs by the square of the noise', () => {
    // 4 + (4.211 · 0.05 / ln 1.1)² = 8.88; 4 + (4.211 · 0.1 / ln 1.1)² = 23.5.
    expect(pairsNeeded(0.05, 0.1, 0.006)).toBe(9);
    expect(pairsNeeded(0.1, 0.1, 0.006)).toBe(24);
  });

  it('needs pairs enough for the least probability that there is', () => {
    expect(pairsNeeded(0, 0.1, 0.006)).toBe(8);
    expect(pairsNeeded(0, 0.1, 0.0006)).toBe(11);
    expect(pairsNeeded(0, 0.1, 0.02)).toBe(7);
  });

  it('takes the noise from the median, not from spikes', () => {
    const pairs = [1, -1, 1, -1, 100].map((after) => ({ before: 0, after }));
    expect(spreadOf(pairs)).toBe(1.4826);
  });
});
