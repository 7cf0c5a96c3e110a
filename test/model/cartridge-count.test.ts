import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartridgesFor } from '../../src/model/cartridge-count.ts';
import {
  cartridgeMargin,
  cartridgesForSets,
  cartridgesKept,
  missingSlots,
  usableCapacity,
} from '../oracles/formulas/cartridge-sets.ts';

const capacity = fc.integer({ min: 1, max: 40_000 }).map((gigabytes) => gigabytes * 1e9);
const bytes = fc.integer({ min: 0, max: 10_000_000 }).map((gigabytes) => gigabytes * 1e9);

describe('cartridgesFor, laws', () => {
  it('one fewer is not enough, and so many are', () => {
    fc.assert(
      fc.property(bytes, capacity, (size, each) => {
        const count = cartridgesFor(size, each);
        expect(count * each * (1 + 1e-8)).toBeGreaterThanOrEqual(size);
        expect((count - 1) * each).toBeLessThan(Math.max(size, 1));
      }),
    );
  });

  it('whole cartridges are not rounded up by binary fractions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 99 }),
        (n, tenths) => {
          const each = usableCapacity(200e9, tenths / 100);
          expect(cartridgesFor(n * each, each)).toBe(n);
          expect(cartridgeMargin(n, each, n * each)).toBeCloseTo(0, 12);
        },
      ),
    );
  });

  it('an overhead makes it more: 11 PB on LTO-9 need 612, and 680 with a tenth for marks', () => {
    expect(cartridgesFor(11e15, 18e12)).toBe(612);
    expect(cartridgesFor(11e15, usableCapacity(18e12, 0.1))).toBe(680);
    expect(cartridgesFor(5e15, 18e12)).toBe(278);
    expect(cartridgesFor(5e15, 40e12)).toBe(125);
  });
});

describe('cartridgesForSets, laws', () => {
  it('appended sets need no more than one after the other, and at most one a set fewer', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 40 }), capacity, (sets, each) => {
        const appended = cartridgesForSets(sets, each, 'append');
        const own = cartridgesForSets(sets, each, 'new');
        expect(appended).toBeLessThanOrEqual(own);
        expect(own).toBeLessThanOrEqual(appended + sets.length);
      }),
    );
  });
});

describe('slots', () => {
  it('are never missing by less than nothing, and cleaning takes its own', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(5), (cartridges, slots, cleaning) => {
        const missing = missingSlots(cartridges, slots, cleaning);
        expect(missing).toBeGreaterThanOrEqual(0);
        expect(missingSlots(cartridges, slots + missing, cleaning)).toBe(0);
        expect(missing).toBeGreaterThanOrEqual(missingSlots(cartridges, slots));
      }),
    );
  });

  it('for a set and two older ones', () => {
    expect(cartridgesKept(9, 2)).toBe(27);
    expect(missingSlots(27, 20, 1)).toBe(8);
  });
});
