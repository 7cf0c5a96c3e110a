import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stored } from './reduction.ts';

const bytes = fc.double({ min: 0, max: 1e18, noNaN: true }).map(Math.floor);
const duplicates = fc.double({ min: 0, max: 1, noNaN: true });
const compressibility = fc.double({ min: 0.5, max: 100, noNaN: true });
const overhead = fc.double({ min: 0, max: 2, noNaN: true });

describe('stored, laws', () => {
  it('all bytes are stored where nothing reduces and nothing is added', () => {
    fc.assert(
      fc.property(bytes, (size) => {
        expect(stored({ bytes: size, duplicates: 0, compressibility: 1, overhead: 0 })).toBe(size);
      }),
    );
  });

  it('more duplicates and a better ratio never store more, more overhead never less', () => {
    fc.assert(
      fc.property(
        bytes,
        duplicates,
        duplicates,
        compressibility,
        overhead,
        (size, a, b, ratio, extra) => {
          const base = {
            bytes: size,
            duplicates: Math.min(a, b),
            compressibility: ratio,
            overhead: extra,
          };
          const now = stored(base);
          expect(stored({ ...base, duplicates: Math.max(a, b) })).toBeLessThanOrEqual(now);
          expect(stored({ ...base, compressibility: ratio * 2 })).toBeLessThanOrEqual(now);
          expect(stored({ ...base, overhead: extra + 0.1 })).toBeGreaterThanOrEqual(now);
        },
      ),
    );
  });

  it('1 TB, a fifth of it stored already, 2 : 1, 1 % for the format: 404 GB, by hand', () => {
    const reduction = { bytes: 1e12, duplicates: 0.2, compressibility: 2, overhead: 0.01 };
    expect(stored(reduction)).toBeCloseTo(404e9, 0);
  });
});
