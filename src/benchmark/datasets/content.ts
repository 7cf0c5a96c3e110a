import { FRESH_UNIT, freshBytes } from './compressibility.ts';
import { keyStream } from './key-stream.ts';

/**
 * A piece of what a file holds.
 *
 * @param file the serial number of the file the bytes were first made for.
 * @param version the generation they were made in.
 * @param from where the piece begins, a multiple of `FRESH_UNIT`.
 * @param length at most `PIECE`.
 */
export type Content = (file: number, version: number, from: number, length: number) => Uint8Array;

/**
 * What the files of a group hold: bytes that compress by a ratio, each place by file and version
 * alone, so that a block in the middle can be made without those before it.
 *
 * Every `FRESH_UNIT` bytes begin with some of a key stream and end as the same filler does. So any
 * stretch of some hundred bytes is found nowhere else, and the windows over which chunkers look for
 * their cuts differ as they do in real data; a run of zeros would make them cut at every chance.
 * The first byte of a file tells its version: files of a byte or two differ as well once changed.
 *
 * @example
 * contentOf(7, 'plain', 2)(12, 0, 0, 65536) // 64 KiB, which zlib makes 32 KiB of
 */
export function contentOf(seed: number, group: string, compressibility: number): Content {
  const stream = keyStream(seed, group);
  const fresh = freshBytes(compressibility);
  const filler = keyStream(seed, 'filler')(0, 0, 0, FRESH_UNIT);
  const ends = Array.from({ length: FRESH_UNIT }, (_, begin) => filler.subarray(begin));
  return (file, version, from, length) => {
    const bytes = stream(file, version, from, length);
    if (fresh < FRESH_UNIT) fill(bytes, from / FRESH_UNIT, fresh, ends);
    if (from === 0 && length > 0) bytes[0] = version;
    return bytes;
  };
}

/** Ends each unit with filler; `fresh` bytes are left of each on average, in whole bytes by turns. */
function fill(bytes: Uint8Array, first: number, fresh: number, ends: readonly Uint8Array[]): void {
  let before = Math.floor(first * fresh);
  for (let at = 0, unit = first; at < bytes.length; at += FRESH_UNIT, unit++) {
    const after = Math.floor((unit + 1) * fresh);
    const begin = after - before;
    before = after;
    const end = ends[begin];
    if (!end) continue;
    const room = bytes.length - at - begin;
    if (room >= end.length) bytes.set(end, at + begin);
    else if (room > 0) bytes.set(end.subarray(0, room), at + begin);
  }
}
