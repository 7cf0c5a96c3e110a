import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Outcome } from '../outcome.ts';
import { fault, faultOf } from './fault.ts';

/** Reads a stream to its end; fails with `EFBIG` once it has delivered more than `limit` bytes. */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  limit: number,
): Promise<Outcome<Uint8Array>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of stream) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      size += bytes.length;
      if (size > limit) return fault('EFBIG');
      parts.push(bytes);
    }
  } catch (error) {
    return faultOf(error);
  }
  return { ok: true, value: Buffer.concat(parts) };
}

/** Bytes that are read at once. */
const PIECE = 1 << 20;

/** See `Files.readThrough`. */
export async function readThrough(path: string): Promise<Outcome<number>> {
  try {
    const file = await open(path);
    try {
      const into = Buffer.allocUnsafe(PIECE);
      for (let bytes = 0; ; ) {
        const { bytesRead } = await file.read(into, 0, PIECE, bytes);
        bytes += bytesRead;
        if (bytesRead < PIECE) return { ok: true, value: bytes };
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    return faultOf(error);
  }
}

/** Reads a file or pipe; see `Files.read`. */
export function readPath(path: string, limit: number): Promise<Outcome<Uint8Array>> {
  if (path.includes('\0')) return Promise.resolve(fault('ENOENT'));
  return readStream(createReadStream(path, { highWaterMark: 1 << 18 }), limit);
}
