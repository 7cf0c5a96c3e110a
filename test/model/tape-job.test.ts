import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiplexedRestoreRate, tapeWaves } from '../../src/model/tape-job.ts';
import {
  randomRecallSeconds,
  sortedRecallSeconds,
  type TapeJob,
  tapeJobSeconds,
} from '../oracles/formulas/tape-job.ts';

const job: fc.Arbitrary<TapeJob> = fc
  .record({
    bytes: fc.double({ min: 0, max: 1e16, noNaN: true }),
    cartridges: fc.integer({ min: 1, max: 2000 }),
    blanks: fc.nat(2000),
    drives: fc.integer({ min: 1, max: 40 }),
    rate: fc.double({ min: 1e6, max: 1e9, noNaN: true }),
    handling: fc.double({ min: 0, max: 1000, noNaN: true }),
    initialisation: fc.double({ min: 0, max: 8000, noNaN: true }),
  })
  .map((one) => ({ ...one, blanks: Math.min(one.blanks, one.cartridges) }));

describe('tapeJobSeconds, laws', () => {
  it('on one drive everything happens one after the other', () => {
    fc.assert(
      fc.property(job, (one) => {
        const { bytes, cartridges, blanks, rate, handling, initialisation } = one;
        const sum = cartridges * handling + blanks * initialisation + bytes / rate;
        expect(tapeJobSeconds({ ...one, drives: 1 })).toBe(sum);
      }),
    );
  });

  it('one more drive never makes it longer, and never more than its share shorter', () => {
    fc.assert(
      fc.property(job, (one) => {
        const more = tapeJobSeconds({ ...one, drives: one.drives + 1 });
        expect(more).toBeLessThanOrEqual(tapeJobSeconds(one) * (1 + 1e-12));
        const alone = tapeJobSeconds({ ...one, drives: 1 });
        expect(more * (one.drives + 1)).toBeGreaterThanOrEqual(alone * (1 - 1e-12));
      }),
    );
  });

  it('drives without a cartridge do not help, and nothing takes no time', () => {
    fc.assert(
      fc.property(job, (one) => {
        const asMany = tapeJobSeconds({ ...one, drives: one.cartridges });
        expect(tapeJobSeconds({ ...one, drives: one.cartridges + 7 })).toBe(asMany);
        expect(tapeJobSeconds({ ...one, cartridges: 0, blanks: 0, bytes: 0 })).toBe(0);
      }),
    );
  });
});

describe('a training corpus of 11 PB on LTO-9', () => {
  it('eight half-height drives write a copy in 53 days', () => {
    const written = { bytes: 11e15, cartridges: 612, blanks: 0, drives: 8, rate: 300e6 };
    const seconds = tapeJobSeconds({ ...written, handling: 0, initialisation: 0 });
    expect(Math.round(seconds / 86_400)).toBe(53);
  });

  it('the first load of every cartridge alone takes more than two days', () => {
    expect(tapeWaves(612, 8)).toBe(77);
    expect(tapeWaves(612, 8) * 40).toBe(3080);
  });
});

describe('recall of 1000 files from an LTO-9 cartridge', () => {
  const recall = { files: 1000, bytes: 0, locate: 65, rate: 300e6 };

  it('takes 18 h in any order, and at most one pass of 17 h in the order in which they lie', () => {
    expect(Math.round(randomRecallSeconds(recall) / 3600)).toBe(18);
    expect(Math.round(sortedRecallSeconds(recall, 18e12) / 3600)).toBe(17);
  });

  it('sorting never makes it longer', () => {
    const arbitrary = fc.record({
      files: fc.nat(1e6),
      bytes: fc.double({ min: 0, max: 18e12, noNaN: true }),
      locate: fc.double({ min: 0, max: 100, noNaN: true }),
      rate: fc.double({ min: 1e6, max: 1e9, noNaN: true }),
    });
    fc.assert(
      fc.property(arbitrary, (one) => {
        expect(sortedRecallSeconds(one, 18e12)).toBeLessThanOrEqual(randomRecallSeconds(one));
        expect(sortedRecallSeconds(one, 18e12)).toBeLessThanOrEqual(18e12 / one.rate);
        expect(sortedRecallSeconds(one, 18e12)).toBeGreaterThanOrEqual(one.bytes / one.rate);
      }),
    );
  });
});

describe('multiplexedRestoreRate', () => {
  it('all streams together have the rate of the drive', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32 }), (streams) => {
        expect(multiplexedRestoreRate(300e6, streams) * streams).toBeCloseTo(300e6, 6);
      }),
    );
  });
});
