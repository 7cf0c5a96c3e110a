/** One file in an index. */
export interface IndexRow {
  /** Keyed hash of the path, 16 bytes; file names cannot be recovered from it. */
  readonly key: Uint8Array;
  /** The file's bytes, without holes; the file's further hard links have no rows. */
  readonly size: number;
  /** Modification time, nanoseconds since 1970; may be negative. */
  readonly modified: bigint;
  readonly inode: bigint;
}

/**
 * Bytes of a row: key 16, size 8 (unsigned), modified 8 (signed), inode 8 (unsigned), big-endian.
 */
export const ROW_SIZE = 40;
/** Bytes of the key. Each row begins with it, and rows are sorted by it. */
export const KEY_SIZE = 16;

/** Writes a row into `target` at `offset`. */
export function writeRow(row: IndexRow, target: Buffer, offset: number): void {
  target.set(row.key.subarray(0, KEY_SIZE), offset);
  target.writeBigUInt64BE(BigInt(row.size), offset + 16);
  target.writeBigInt64BE(BigInt.asIntN(64, row.modified), offset + 24);
  target.writeBigUInt64BE(BigInt.asUintN(64, row.inode), offset + 32);
}

/** Reads the row at `offset`; its key is a copy. */
export function readRow(source: Buffer, offset: number): IndexRow {
  return {
    key: new Uint8Array(source.subarray(offset, offset + KEY_SIZE)),
    size: Number(source.readBigUInt64BE(offset + 16)),
    modified: source.readBigInt64BE(offset + 24),
    inode: source.readBigUInt64BE(offset + 32),
  };
}

/** Compares two keys byte by byte. */
export const compareKeys = (a: Uint8Array, b: Uint8Array): number => Buffer.compare(a, b);
