import { createReadStream } from 'node:fs';
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

/** Reads a file or pipe; see `Files.read`. */
export function readPath(path: string, limit: number): Promise<Outcome<Uint8Array>> {
  if (path.includes('\0')) return Promise.resolve(fault('ENOENT'));
  return readStream(createReadStream(path, { highWaterMark: 1 << 18 }), limit);
}
