import { describe, expect, it } from 'vitest';
import { keep } from '../../src/scenario/keep.ts';

describe('the age of within', () => {
  it.each([
    ['7 d', 7, 'day'],
    ['7d', 7, 'day'],
    ['1 day', 1, 'day'],
    ['2 weeks', 2, 'week'],
    ['1 month', 1, 'month'],
    ['3 months ', 3, 'month'],
    ['1_0 years', 10, 'year'],
    ['36 h', 36 * 3600, 'second'],
    ['90 seconds', 90, 'second'],
    ['1 second', 1, 'second'],
    // Half a day is no day of the calendar, and half a month is 15 days.
    ['1.5 d', 1.5 * 86400, 'second'],
    ['0.5 months', 15 * 86400, 'second'],
  ])('%s is %d times a %s', (within, amount, unit) => {
    expect(keep.parse({ within }).within).toEqual({ amount, unit });
  });

  it.each(['0 d', '5', '5 moons', '', '-1 d', 7, null, ['7 d']])('%j is none', (within) => {
    expect(keep.safeParse({ within }).success).toBe(false);
    expect(keep.safeParse({ daily: 7, within }).success).toBe(false);
  });
});
