import { describe, expect, it } from 'vitest';
import { lateBy } from '../../../src/simulation/compile/late-by.ts';
import { seconds } from '../../../src/units/quantity.ts';

const DAY = 86_400;
/** Days that a schedule begins late, in a year from day 0, given the days on which it is due. */
const late = (days: readonly number[], delay = 0): number =>
  lateBy(
    Float64Array.from(days, (day) => day * DAY),
    { start: 0, end: 365 * DAY },
    seconds(delay * DAY),
  ) / DAY;

describe('how late a schedule begins', () => {
  it('is the time up to the first, where it never waits as long again', () => {
    expect(late([364])).toBe(364);
    expect(late([200, 210, 220, 360])).toBe(200);
  });

  it('is nothing where it waits as long later, or up to the end', () => {
    expect(late([14, 45, 73, 104, 134, 165, 195, 226, 257, 287, 318, 348])).toBe(0);
    expect(late([181, 364])).toBe(0);
    expect(late([182])).toBe(0);
  });

  it('leaves out the delay of a copy, and is nothing where none is due', () => {
    expect(late([12, 19, 26], 10)).toBe(0);
    expect(late([])).toBe(0);
  });
});
