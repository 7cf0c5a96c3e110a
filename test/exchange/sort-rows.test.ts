import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IndexRow, ROW_SIZE, readRow, writeRow } from '../../src/exchange/index-row.ts';
import { RowSorter } from '../../src/exchange/sort-rows.ts';
import { nodeHost } from '../../src/host/node.ts';
import { byKey, indexRow } from './rows.ts';

const temporary = () => nodeHost().files.temporary(tmpdir());

function sorted(rows: readonly IndexRow[], rowsInMemory: number, filesAtOnce: number) {
  const sorter = new RowSorter(temporary, { rowsInMemory, filesAtOnce });
  for (const row of rows) sorter.add((target, offset) => writeRow(row, target, offset));
  const read = (): IndexRow[] =>
    [...sorter.pieces()].flatMap((piece) =>
      Array.from({ length: piece.length / ROW_SIZE }, (_, row) => readRow(piece, row * ROW_SIZE)),
    );
  const twice = [read(), read()];
  sorter.close();
  return twice;
}

describe('RowSorter', () => {
  it('gives the same rows in order, however little is held in memory, and again when asked', () => {
    fc.assert(
      fc.property(
        fc.array(indexRow, { maxLength: 60 }),
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 2, max: 5 }),
        (rows, rowsInMemory, filesAtOnce) => {
          const expected = byKey(rows);
          const [first, second] = sorted(rows, rowsInMemory, filesAtOnce);
          expect(first?.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
          expect(new Set(first?.map(asText))).toEqual(new Set(expected.map(asText)));
          expect(second?.map(asText)).toEqual(first?.map(asText));
        },
      ),
      { numRuns: 60 },
    );
  });
});

const asText = (row: IndexRow): string =>
  [Buffer.from(row.key).toString('hex'), row.size, row.modified, row.inode].join(' ');
