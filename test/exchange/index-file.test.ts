import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexFile, openIndex } from '../../src/exchange/index-file.ts';
import { type IndexRow, ROW_SIZE, writeRow } from '../../src/exchange/index-row.ts';
import type { OpenFile } from '../../src/host/host.ts';
import { ProblemsFound } from '../../src/problem.ts';
import { oneIndex } from './rows.ts';

function bytesOf(rows: readonly IndexRow[]): Buffer {
  const piece = Buffer.alloc(rows.length * ROW_SIZE);
  rows.forEach((row, index) => {
    writeRow(row, piece, index * ROW_SIZE);
  });
  const header = { key: new Uint8Array(32).fill(9), taken: 1_700_000_000_123, rows: rows.length };
  return Buffer.concat([...indexFile(header, [piece])]);
}

function opened(bytes: Buffer): OpenFile {
  const facts = { kind: 'file', size: bytes.length, allocated: bytes.length, links: 1 } as const;
  return {
    facts: { ...facts, device: 1n, inode: 1n, mode: 0o644, modified: 1n, changed: 1n },
    read: (into, position) => ({ ok: true, value: bytes.copy(into, 0, position) }),
    close: () => undefined,
  };
}

const readAll = (bytes: Buffer): IndexRow[] => [...openIndex(opened(bytes), 'a.index').rows()];

describe('index file', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(oneIndex, (rows) => {
        const reader = openIndex(opened(bytesOf(rows)), 'a.index');
        expect(reader.header.taken).toBe(1_700_000_000_123);
        expect(Buffer.from(reader.header.key)).toEqual(Buffer.alloc(32, 9));
        expect([...reader.rows()]).toEqual(rows);
      }),
    );
  });

  it('is refused when any byte is changed or missing', () => {
    fc.assert(
      fc.property(oneIndex, fc.nat(), fc.integer({ min: 1, max: 255 }), (rows, place, flip) => {
        const bytes = bytesOf(rows);
        const at = place % bytes.length;
        expect(() => readAll(bytes.subarray(0, at))).toThrow(ProblemsFound);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        expect(() => readAll(bytes)).toThrow(ProblemsFound);
      }),
    );
  });

  it('is refused when it is something else', () => {
    for (const text of ['', '\n', '[]\n', '{"format":"backcast/index/1"}\n', 'x'.repeat(5000)]) {
      expect(() => readAll(Buffer.from(text))).toThrow(/is not an index/u);
    }
  });
});
