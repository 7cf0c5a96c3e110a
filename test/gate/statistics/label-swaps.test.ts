import { describe, expect, it } from 'vitest';
import { aligned, type Pair } from '../../../src/gate/statistics/alignment.ts';
import { labelSwaps } from '../../../src/gate/statistics/label-swaps.ts';
import { stream } from '../../../src/random/stream.ts';
import { EXAMPLE } from './example.ts';

describe('the exact test within pairs', () => {
  it('gives the probabilities of the worked example', () => {
    expect(labelSwaps(aligned(EXAMPLE))).toEqual({ greater: 2 / 1024, less: 1023 / 1024 });
  });

  it('gives 2^-n where every pair goes the same way, and 1 for the other', () => {
    const pairs = Array.from({ length: 8 }, (_, index) => ({ before: index, after: index + 1 }));
    expect(labelSwaps(aligned(pairs))).toEqual({ greater: 1 / 256, less: 1 });
  });

  it('gives 1 both ways where nothing differs', () => {
    expect(labelSwaps(aligned([{ before: 3, after: 3 }]))).toEqual({ greater: 1, less: 1 });
  });

  it('agrees with the enumeration of all exchanges, of 3000 random cases with ties', () => {
    const draw = stream(1, 'label swaps');
    for (let round = 0; round < 3000; round++) {
      const count = 1 + Math.floor(10 * draw() * draw());
      // Few different values, so that many are equal.
      const value = (): number => Math.floor(draw() * 12) / 8;
      const pairs = Array.from({ length: count }, () => ({ before: value(), after: value() }));
      expect(labelSwaps(aligned(pairs)).greater, JSON.stringify(pairs)).toBe(enumerated(pairs));
    }
  });
});

/**
 * The share of all 2^n exchanges of sides, each aligned and ranked anew, whose differences of ranks
 * sum to at least what was seen.
 */
function enumerated(pairs: readonly Pair[]): number {
  const seen = rankSum(pairs);
  const ways = 2 ** pairs.length;
  let reached = 0;
  for (let way = 0; way < ways; way++) {
    const exchanged = pairs.map(({ before, after }, index) =>
      (way >> index) & 1 ? { before: after, after: before } : { before, after },
    );
    if (rankSum(exchanged) >= seen) reached++;
  }
  return reached / ways;
}

function rankSum(pairs: readonly Pair[]): number {
  const { before, after } = aligned(pairs);
  const all = [...before, ...after];
  const rank = (value: number): number =>
    all.filter((one) => one < value).length + all.filter((one) => one <= value).length;
  return after.reduce((sum, value, index) => sum + rank(value) - rank(before[index] as number), 0);
}
