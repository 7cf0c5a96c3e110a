import { expect, it } from 'vitest';
import { bytes, fraction, seconds, times } from '../../src/units/quantity.ts';

const lasting = (time: ReturnType<typeof seconds>): number => time;

it('quantities are numbers in their base unit', () => {
  expect([bytes(5), seconds(2), fraction(0.5), times(bytes(5), 2)]).toEqual([5, 2, 0.5, 10]);
});

it('quantities of another dimension are refused by the compiler', () => {
  // @ts-expect-error a size is no time
  lasting(bytes(1));
  // @ts-expect-error a plain number has no dimension
  lasting(1);
  expect(lasting(seconds(1))).toBe(1);
});
