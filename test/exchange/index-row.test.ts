import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ROW_SIZE, readRow, writeRow } from '../../src/exchange/index-row.ts';
import { indexRow } from './rows.ts';

it('reads a row back as it was written', () => {
  fc.assert(
    fc.property(indexRow, (row) => {
      const bytes = Buffer.alloc(ROW_SIZE + 3);
      writeRow(row, bytes, 3);
      expect(readRow(bytes, 3)).toEqual(row);
    }),
  );
});
