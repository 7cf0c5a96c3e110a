import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualLoss, type ErasureCode, nines } from './erasure-coding.ts';

const code: fc.Arbitrary<ErasureCode> = fc.record({
  data: fc.integer({ min: 1, max: 40 }),
  parity: fc.nat(10),
  failuresPerYear: fc.double({ min: 1e-4, max: 5, noNaN: true }),
  replacement: fc.double({ min: 1e-4, max: 1, noNaN: true }),
});

/** Summed with 60 digits. */
const LOSS_17_3 = 7.353799498779548e-12;
const LOSS_17_12 = 5.436647275810059e-45;

describe('annualLoss, laws', () => {
  it('is a chance; a parity shard more never makes it likelier, a data shard more never less', () => {
    fc.assert(
      fc.property(code, (one) => {
        const loss = annualLoss(one);
        expect(loss).toBeGreaterThanOrEqual(0);
        expect(loss).toBeLessThanOrEqual(1);
        const slack = 1 + 1e-9;
        expect(annualLoss({ ...one, parity: one.parity + 1 })).toBeLessThanOrEqual(loss * slack);
        expect(annualLoss({ ...one, data: one.data + 1 }) * slack).toBeGreaterThanOrEqual(loss);
      }),
    );
  });

  it('without parity is the chance that any shard fails in the year', () => {
    fc.assert(
      fc.property(code, (one) => {
        const any = -Math.expm1(-one.data * one.failuresPerYear);
        expect(annualLoss({ ...one, parity: 0 }) / any).toBeCloseTo(1, 9);
      }),
    );
  });

  it('with all but one shard for parity is the chance that all fail in one period', () => {
    fc.assert(
      fc.property(code, (one) => {
        const period = (-Math.expm1(-one.failuresPerYear * one.replacement)) ** (one.parity + 1);
        const year = -Math.expm1(Math.log1p(-period) / one.replacement);
        expect(annualLoss({ ...one, data: 1 }) / year).toBeCloseTo(1, 9);
      }),
    );
  });

  it('keeps its digits where a difference from 1 would lose them', () => {
    const one = { data: 17, parity: 3, failuresPerYear: 0.00405, replacement: 6.5 / 365 };
    expect(annualLoss(one) / LOSS_17_3).toBeCloseTo(1, 11);
    expect(annualLoss({ ...one, parity: 12 }) / LOSS_17_12).toBeCloseTo(1, 11);
  });

  it('is certain, or never, at the ends', () => {
    const one = { data: 4, parity: 2, replacement: 1 / 365 };
    expect(annualLoss({ ...one, failuresPerYear: 0 })).toBe(0);
    expect(annualLoss({ ...one, failuresPerYear: 1e9 })).toBe(1);
  });
});

describe('nines', () => {
  it('of powers of ten are exact, and one digit more makes one fewer', () => {
    for (let count = 1; count < 300; count += 1) {
      expect(nines(Number(`1e-${count}`))).toBe(count);
      expect(nines(Number(`1.0000001e-${count}`))).toBe(count - 1);
      expect(nines(Number(`9.9e-${count + 1}`))).toBe(count);
    }
  });

  it('are the most for which the loss is small enough', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1, noNaN: true }), (loss) => {
        const count = nines(loss);
        expect(loss).toBeLessThanOrEqual(Number(`1e-${count}`));
        expect(loss).toBeGreaterThan(Number(`1e-${count + 1}`));
      }),
    );
    expect(nines(0)).toBe(Number.POSITIVE_INFINITY);
    expect(nines(1)).toBe(0);
  });
});
