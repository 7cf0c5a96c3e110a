import type { Readable } from 'node:stream';

/** The kept part of a stream, bounded in size. */
export interface Kept {
  text(): string;
}

/**
 * Keeps the first `limit` bytes of a stream and discards the rest. If anything was discarded, the
 * text does not end with a line break, so that a caller who counts lines sees that it is truncated.
 */
export function keepFirst(stream: Readable, limit: number): Kept {
  const pieces: Buffer[] = [];
  let room = limit;
  stream.on('data', (piece: Buffer) => {
    if (room > 0) pieces.push(piece.length > room ? Buffer.from(piece.subarray(0, room)) : piece);
    room -= piece.length;
  });
  return {
    text() {
      const text = Buffer.concat(pieces).toString();
      return room < 0 ? text.replace(/\n+$/, '') : text;
    },
  };
}

/** Keeps the last `limit` bytes of a stream. */
export function keepLast(stream: Readable, limit: number): Kept {
  const pieces: Buffer[] = [];
  let size = 0;
  stream.on('data', (piece: Buffer) => {
    pieces.push(piece);
    size += piece.length;
    while (pieces[0] && size - pieces[0].length >= limit) size -= pieces.shift()?.length ?? 0;
  });
  return { text: () => Buffer.concat(pieces).subarray(-limit).toString() };
}
