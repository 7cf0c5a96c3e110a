import type { Readable } from 'node:stream';

/** What is kept of a stream, however much comes. */
export interface Kept {
  text(): string;
}

/**
 * Keeps the first bytes of a stream, and lets the rest go by. Where there is a rest, the text does
 * not end with a line break, so that whoever counts lines knows that some are missing.
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

/** Keeps the last bytes of a stream. */
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
