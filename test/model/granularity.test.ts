import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksChanged, chunksChanged, filesChanged } from '../../src/model/granularity.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.double({ min: 1, max: 1e9, noNaN: true });

const lifts = [
  ['blocks', blocksChanged],
  [
    'chunks',
    (changed: number, unit: number, mean: number) =>
      chunksChanged(changed, unit, { least: mean / 3, mean }),
  ],
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
  const KIB = 1024;
  const RESTIC = { least: 512 * KIB, mean: 1536 * KIB };
  const BORG = { least: 512 * KIB, mean: 2560 * KIB };

  it('by hand: half of the chunk least, one edit a chunk on average', () => {
    // m = a = 1 and r = 1/2 with points as edits: e^(-1/2) * [1/1.5 + 1/2.25] / 2.
    expect(chunksChanged(0.5e-9, 1e-9, { least: 1, mean: 2 })).toBeCloseTo(
      1 - (Math.exp(-0.5) * (1 / 1.5 + 1 / 2.25)) / 2,
      8,
    );
  });

  // In-place changes in pieces of 64 KiB by the two tools; shares of the bytes that were stored anew.
  it.each([
    ['restic', RESTIC, 0.03, 0.575],
    ['restic', RESTIC, 0.04, 0.69],
    ['restic', RESTIC, 0.05, 0.81],
    ['borg', BORG, 0.03, 0.778],
    ['borg', BORG, 0.04, 0.81],
    ['borg', BORG, 0.05, 0.9],
  ] as const)('%s as measured, to 8 %%: %o, %d of the bytes changed', (_, chunks, changed, hit) => {
    const share = chunksChanged(changed, 64 * KIB, chunks);
    expect(Math.abs(share / hit - 1)).toBeLessThan(0.08);
  });

  it('a single edit renews one to two chunks, as the documentation of borg says', () => {
    const mean = 2 ** 21;
    const chunks = 1e6;
    const oneEdit = chunksChanged(1e-9, mean * chunks * 1e-9, { least: mean / 4, mean });
    // 1/4 + [1/4 * 3/4 + 2 * (3/4)^2] of a chunk, and the edit itself: a thousandth of one.
    expect(oneEdit * chunks).toBeCloseTo(1.5625 + 0.001, 4);
  });

  it('element-wise change of weights leaves deduplication nothing', () => {
    expect(chunksChanged(0.01, 2, { least: 16_384, mean: 65_536 })).toBeCloseTo(1, 12);
  });

  it('is twice an edit where chunks have no least length, as a byte meets long ones', () => {
    const mean = 1e6;
    expect(chunksChanged(1e-12, 1e-3, { least: 0, mean })).toBeCloseTo(2 * 1e-9 * mean, 5);
  });

  it('is a fixed block that an edit may reach into, where all chunks are alike', () => {
    expect(chunksChanged(1e-3, 1, { least: 100, mean: 100 })).toBeCloseTo(1 - Math.exp(-0.101), 12);
  });
});

describe('filesChanged', () => {
  it('100 units of which 1 % change: 63.4 % of the files', () => {
    expect(filesChanged(0.01, 4096, 409_600)).toBeCloseTo(1 - 0.99 ** 100, 12);
  });
});
