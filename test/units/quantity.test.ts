import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  bytes,
  bytesPerSecond,
  count,
  duration,
  fraction,
  metres,
  ratio,
  seconds,
  subtract,
  times,
  transferred,
} from '../../src/units/quantity.ts';

describe('quantities', () => {
  it('(size / rate) * rate is the size', () => {
    const some = fc.double({ min: 1e-3, max: 1e18, noNaN: true });
    fc.assert(
      fc.property(some, some, (size, rate) => {
        const time = duration(bytes(size), bytesPerSecond(rate));
        expect(transferred(bytesPerSecond(rate), time) / size).toBeCloseTo(1, 12);
      }),
    );
  });

  it('nothing takes no time, at no rate either; something at no rate takes for ever', () => {
    expect(duration(bytes(0), bytesPerSecond(0))).toBe(0);
    expect(duration(bytes(1), bytesPerSecond(0))).toBe(Number.POSITIVE_INFINITY);
  });

  it('add, subtract and multiply within a dimension', () => {
    expect(add(seconds(1), seconds(2), seconds(3))).toBe(6);
    expect(subtract(bytes(5), bytes(2))).toBe(3);
    expect(times(bytes(5), 2)).toBe(10);
  });

  it('of every dimension are numbers in its base unit', () => {
    expect([metres(1), fraction(0.5), ratio(2), count(3)]).toEqual([1, 0.5, 2, 3]);
    // @ts-expect-error a ratio is no share
    add(ratio(2), fraction(0.5));
    // @ts-expect-error a number of things is no distance
    add(metres(2), count(3));
  });

  it('of another dimension are refused by the compiler', () => {
    // @ts-expect-error seconds cannot be added to bytes
    add(bytes(1), seconds(1));
    // @ts-expect-error a plain number has no dimension
    duration(5, bytesPerSecond(1));
    // @ts-expect-error a size is no rate
    duration(bytes(1), bytes(1));
  });
});
