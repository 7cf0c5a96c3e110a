import { describe, expect, it } from 'vitest';
import { clipped } from '../../../src/report/formats/clipped.ts';

describe('text in so many lines', () => {
  it('is whole where it fits, else cut off and marked', () => {
    expect(clipped('one two', 8, 2)).toEqual(['one two']);
    expect(clipped('one two three four', 8, 3)).toEqual(['one two', 'three', 'four']);
    expect(clipped('one two three four', 8, 2)).toEqual(['one two', 'three …']);
  });
});
