import fc from 'fast-check';
import { compareKeys, type IndexRow } from '../../src/exchange/index-row.ts';

/** Keys that often share their beginning, so that the slow comparison is reached too. */
const key = fc
  .tuple(fc.constantFrom(0, 1, 255), fc.constantFrom(0, 7), fc.integer({ min: 0, max: 255 }))
  .map(([first, middle, last]) => {
    const bytes = new Uint8Array(16);
    bytes[0] = first;
    bytes[9] = middle;
    bytes[15] = last;
    return bytes;
  });

/** Any row that a file can have. */
export const indexRow: fc.Arbitrary<IndexRow> = fc.record({
  key,
  size: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.maxSafeNat()),
  modified: fc.oneof(
    fc.constantFrom(1n, 2n),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  ),
  inode: fc.oneof(fc.constantFrom(1n, 2n), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })),
});

/** Rows as an index holds them: sorted, each key once. */
export const byKey = (rows: readonly IndexRow[]): IndexRow[] =>
  [...rows].sort((a, b) => compareKeys(a.key, b.key));

export const oneIndex = fc
  .uniqueArray(indexRow, { selector: (row) => Buffer.from(row.key).toString('hex'), maxLength: 40 })
  .map(byKey);
