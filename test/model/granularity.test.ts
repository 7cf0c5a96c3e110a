import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksChanged, chunksChanged, filesChanged } from '../../src/model/granularity.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.double({ min: 1, max: 1e9, noNaN: true });

const lifts = [
  ['blocks', blocksChanged],
  ['chunks', chunksChanged],
  ['files', filesChanged],
] as const;

describe.each(lifts)('what a tool sees of a change: %s', (_, lift) => {
  it('is a share, and never below the change itself', () => {
    fc.assert(
      fc.property(share, size, size, (changed, unit, piece) => {
        expect(lift(changed, unit, piece)).toBeGreaterThanOrEqual(changed - 1e-15);
        expect(lift(changed, unit, piece)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never shrinks with more change, larger pieces or smaller units', () => {
    const factor = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(share, share, size, size, factor, (a, b, unit, piece, more) => {
        const seen = lift(Math.min(a, b), unit, piece) - 1e-12;
        expect(lift(Math.max(a, b), unit, piece)).toBeGreaterThanOrEqual(seen);
        expect(lift(Math.min(a, b), unit, piece * more)).toBeGreaterThanOrEqual(seen);
        expect(lift(Math.min(a, b), unit / more, piece)).toBeGreaterThanOrEqual(seen);
      }),
    );
  });

  it('sees nothing where nothing changed, and everything where everything did', () => {
    fc.assert(
      fc.property(size, size, (unit, piece) => {
        expect(lift(0, unit, piece)).toBe(0);
        expect(lift(1, unit, piece)).toBe(1);
      }),
    );
  });
});

describe('blocksChanged', () => {
  it('is the change itself where a block is no larger than a unit', () => {
    fc.assert(
      fc.property(
        share,
        size,
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (changed, unit, part) => {
          expect(blocksChanged(changed, unit, unit * part)).toBeCloseTo(changed, 12);
        },
      ),
    );
  });

  // (1 - e)^(B / 2) for bf16 weights of which the share e changed at random: derived, to the
  // digits given.
  it.each([
    [0.01, 512, 0.076, 3],
    [0.001, 512, 0.77, 2],
    [0.001, 4096, 0.13, 2],
    [0.0001, 4096, 0.81, 2],
    [0.0001, 65536, 0.038, 3],
    [0.00001, 65536, 0.72, 2],
  ])(
    'of bf16 weights changed by %d, blocks of %d B stay with chance %d',
    (e, block, stays, digits) => {
      expect(1 - blocksChanged(e, 2, block)).toBeCloseTo(stays, digits);
    },
  );
});

describe('chunksChanged', () => {
  it('a single edit renews one and a half chunks, as the documentation of borg says: 1 to 2', () => {
    const chunks = 1e6;
    const chunk = 2 ** 21;
    const oneEdit = chunksChanged(1e-9, chunk * chunks * 1e-9, chunk);
    expect(oneEdit * chunks).toBeCloseTo(1.5, 5);
  });

  it('element-wise change of weights leaves deduplication nothing', () => {
    expect(chunksChanged(0.01, 2, 65536)).toBe(1);
  });
});

describe('filesChanged', () => {
  it('100 units of which 1 % change: 63.4 % of the files', () => {
    expect(filesChanged(0.01, 4096, 409_600)).toBeCloseTo(1 - 0.99 ** 100, 12);
  });
});
