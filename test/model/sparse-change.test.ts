import { describe, expect, it } from 'vitest';
import { blocksChanged } from '../../src/model/granularity.ts';
import { elementsChanged } from '../../src/model/sparse-change.ts';
import { chunkUnchanged, patchSize } from '../oracles/formulas/patch.ts';

const KIB = 1024;

describe('bf16 elements that change all over', () => {
  // Share changed, bytes of a chunk, share of the chunks that stay as they were: as printed.
  it.each([
    [0.01, 512, 0.076, 3],
    [0.001, 512, 0.77, 2],
    [0.001, 4 * KIB, 0.13, 2],
    [0.0001, 4 * KIB, 0.81, 2],
    [0.0001, 64 * KIB, 0.038, 3],
    [0.00001, 64 * KIB, 0.72, 2],
  ])('%d changed, chunks of %d B: %d stay', (changed, chunk, stays, digits) => {
    expect(chunkUnchanged(changed, chunk)).toBeCloseTo(stays, digits);
    expect(1 - blocksChanged(changed, 2, chunk)).toBeCloseTo(stays, digits);
  });

  it.each([
    [0.01, 4 * KIB, -9],
    [0.001, 64 * KIB, Math.log10(6e-15)],
    [0.01, 64 * KIB, -143],
  ])('%d changed, chunks of %d B: 10^%d stay', (changed, chunk, exponent) => {
    expect(Math.round(Math.log10(chunkUnchanged(changed, chunk)))).toBe(Math.round(exponent));
  });

  it('keeps nothing of what all changed, and everything of what did not', () => {
    expect(chunkUnchanged(1, 4096)).toBe(0);
    expect(chunkUnchanged(0, 4096)).toBe(1);
    expect(chunkUnchanged(0.25, 1)).toBe(0.75);
  });

  it('200 steps of 1 % change 87 % of them', () => {
    expect(elementsChanged(0.01, 200)).toBeCloseTo(0.87, 2);
    expect(elementsChanged(0.01, 1)).toBeCloseTo(0.01, 12);
  });
});

describe('patchSize', () => {
  it('14 GB make 108 MB, and 140 GB about 1.1', () => {
    expect(patchSize(14e9, 0.01)).toBeCloseTo(108e6, 3);
    expect(patchSize(140e9, 0.01) / 1e9).toBeCloseTo(1.1, 1);
  });

  it('never passes the weights', () => {
    expect(patchSize(14e9, 1)).toBeLessThanOrEqual(14e9);
    expect(patchSize(14e9, 0)).toBe(0);
  });
});
