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
 * Every `FRESH_UNIT` bytes begin with some of a key stream and end as one of two fillers does, by
 * turns. So any stretch of some hundred bytes is found nowhere else, and the windows over which
 * chunkers look for their cuts differ as they do in real data: in runs of zeros these cut at every
 * chance, and where what repeats is as long as their window (64 bytes often), hardly ever. Beyond
 * a ratio of 10 fresh bytes become so few that windows come again, and chunks larger.
 *
 * The first byte of a file tells its version: files of a byte or two differ as well once changed.
 *
 * @example
 * contentOf(7, 'plain', 2)(12, 0, 0, 65536) // 64 KiB, which zlib makes 32 KiB of
 */
export function contentOf(seed: number, group: string, compressibility: number): Content {
  const stream = keyStream(seed, group);
  const fresh = freshBytes(compressibility);
  const fillers = [0, 1].map((filler) => {
    const bytes = keyStream(seed, 'filler')(filler, 0, 0, FRESH_UNIT);
    return Array.from({ length: FRESH_UNIT }, (_, begin) => bytes.subarray(begin));
  });
  return (file, version, from, length) => {
    const bytes = stream(file, version, from, length);
    if (fresh < FRESH_UNIT) fill(bytes, from / FRESH_UNIT, fresh, fillers);
    if (from === 0 && length > 0) bytes[0] = version;
    return bytes;
  };
}

/**
 * Ends each unit with filler. `fresh` bytes are left of each on average: one of two whole numbers,
 * by the first bytes of the unit, because any rule in it would be found by some compressor.
 *
 * @param first which unit of the file the bytes begin with.
 * @param fillers by where in a unit they begin.
 */
function fill(
  bytes: Uint8Array,
  first: number,
  fresh: number,
  fillers: readonly (readonly Uint8Array[])[],
): void {
  const least = Math.floor(fresh);
  const more = (fresh - least) * 2 ** 16;
  for (let at = 0, unit = first; at < bytes.length; at += FRESH_UNIT, unit++) {
    const word = (bytes[at] as number) + 256 * (bytes[at + 1] ?? 0);
    const begin = word < more ? least + 1 : least;
    const filler = fillers[unit % 2]?.[begin];
    if (!filler) continue;
    const room = bytes.length - at - begin;
    if (room >= filler.length) bytes.set(filler, at + begin);
    else if (room > 0) bytes.set(filler.subarray(0, room), at + begin);
  }
}
