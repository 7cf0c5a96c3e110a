import type { Readable } from 'node:stream';

/** What is kept of a stream, however much comes. */
export interface Kept {
  text(): string;
}

/** Keeps the first bytes of a stream, and lets the rest go by. */
export function keepFirst(stream: Readable, limit: number): Kept {
  const pieces: Buffer[] = [];
  let room = limit;
  stream.on('data', (piece: Buffer) => {
    if (room <= 0) return;
    pieces.push(piece.length > room ? Buffer.from(piece.subarray(0, room)) : piece);
    room -= piece.length;
  });
  return { text: () => Buffer.concat(pieces).toString() };
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
