import { describe, expect, it } from 'vitest';
import { seedNumber, wholeNumber } from '../../src/cli/whole-number.ts';

describe('wholeNumber', () => {
  const read = wholeNumber({ least: 1, most: 1000 });

  it('takes whole numbers within its bounds', () => {
    expect(['1', '7', '0999', '1000'].map(read)).toEqual([1, 7, 999, 1000]);
    expect(seedNumber(`${Number.MAX_SAFE_INTEGER}`)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it.each(['0', '1001', '-1', '1.5', '1e2', '0x10', ' 7', '', 'seven'])('refuses "%s"', (text) => {
    expect(() => read(text)).toThrow('write a whole number from 1 to 1000');
  });
});
