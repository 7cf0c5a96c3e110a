/** One file as an index remembers it. */
export interface IndexRow {
  /** A keyed hash of the path, 16 bytes: names cannot be read back from an index. */
  readonly key: Uint8Array;
  /** Bytes that count: holes and further hard links left out. */
  readonly size: number;
  /** Time of the last change, nanoseconds since 1970; may be before. */
  readonly modified: bigint;
  readonly inode: bigint;
}

/** Bytes of a row: key 16, size 8 (unsigned), modified 8 (signed), inode 8 (unsigned), big-endian. */
export const ROW_SIZE = 40;
/** Bytes of the key, with which each row begins and by which rows are sorted. */
export const KEY_SIZE = 16;

/** Writes a row into `target` at `offset`. */
export function writeRow(row: IndexRow, target: Buffer, offset: number): void {
  target.set(row.key.subarray(0, KEY_SIZE), offset);
  target.writeBigUInt64BE(BigInt(row.size), offset + 16);
  target.writeBigInt64BE(BigInt.asIntN(64, row.modified), offset + 24);
  target.writeBigUInt64BE(BigInt.asUintN(64, row.inode), offset + 32);
}

/** Reads the row that stands at `offset`; its key is a copy. */
export function readRow(source: Buffer, offset: number): IndexRow {
  return {
    key: new Uint8Array(source.subarray(offset, offset + KEY_SIZE)),
    size: Number(source.readBigUInt64BE(offset + 16)),
    modified: source.readBigInt64BE(offset + 24),
    inode: source.readBigUInt64BE(offset + 32),
  };
}

/** Orders two keys as their bytes read from left to right. */
export const compareKeys = (a: Uint8Array, b: Uint8Array): number => Buffer.compare(a, b);
