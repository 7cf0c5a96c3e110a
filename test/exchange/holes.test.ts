import { describe, expect, it } from 'vitest';
import { isZero } from '../../src/exchange/holes.ts';

describe('isZero', () => {
  it('finds a byte that is none, wherever it stands', () => {
    for (const length of [1, 2, 4096]) {
      expect(isZero(new Uint8Array(length))).toBe(true);
      for (const at of [0, length >> 1, length - 1]) {
        expect(isZero(new Uint8Array(length).fill(9, at, at + 1))).toBe(false);
      }
      expect(isZero(new Uint8Array(length).fill(9))).toBe(false);
    }
    expect(isZero(new Uint8Array(0))).toBe(true);
  });
});
