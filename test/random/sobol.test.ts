import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOBOL_DIMENSIONS, sobol } from '../../src/random/sobol.ts';

const dimensions = Array.from({ length: SOBOL_DIMENSIONS }, (_, dimension) => dimension);

/** FNV-1a over the words of the first 1024 points, dimension by dimension. */
const hashOf = (dimension: number): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < 1024; index++) {
    hash = Math.imul(hash ^ sobol(dimension, index), 0x01000193);
  }
  return hash >>> 0;
};

describe('the Sobol sequence', () => {
  // qmc.Sobol(21, scramble=False, bits=32).random_base2(10) of SciPy 1.17.1.
  it('is that of SciPy: points 1 to 8 of five dimensions', () => {
    const points = Array.from({ length: 8 }, (_, index) =>
      dimensions.slice(0, 5).map((dimension) => sobol(dimension, index + 1) / 2 ** 32),
    );
    expect(points).toEqual([
      [0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
      [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125],
      [0.1875, 0.3125, 0.9375, 0.4375, 0.5625],
    ]);
  });

  it('is that of SciPy: all words of 21 dimensions and 1024 points, by their hashes', () => {
    expect(dimensions.map(hashOf)).toEqual([
      3130092997, 2291232197, 1687252421, 3297865157, 3599855045, 1855024581, 2995875269,
      3130092997, 445738437, 1586589125, 3734072773, 613510597, 76639685, 1519480261, 2559667653,
      2291232197, 244411845, 2190568901, 4270943685, 915500485, 3062984133,
    ]);
  });

  it('begins at the origin', () => {
    expect(dimensions.map((dimension) => sobol(dimension, 0))).toEqual(dimensions.map(() => 0));
  });

  it('meets every interval of width 2^-k once with its first 2^k points', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dimensions), fc.nat(10), (dimension, k) => {
        const met = Array.from({ length: 2 ** k }, (_, index) => sobol(dimension, index) >>> 1)
          .map((word) => Math.floor(word / 2 ** (31 - k)))
          .sort((a, b) => a - b);
        expect(met).toEqual(met.map((_, interval) => interval));
      }),
    );
  });

  it('has no dimension beyond its direction numbers', () => {
    expect(() => sobol(SOBOL_DIMENSIONS, 1)).toThrow(RangeError);
  });
});
