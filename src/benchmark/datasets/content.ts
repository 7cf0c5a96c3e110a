import { FRESH_UNIT, freshBytes } from './compressibility.ts';
import { keyStream } from './key-stream.ts';

/**
 * Generates a part of a file's content.
 *
 * @param file the serial number of the file that the bytes were first generated for.
 * @param version the generation in which they were generated.
 * @param from position of the part, a multiple of `FRESH_UNIT`.
 * @param length at most `PIECE`.
 */
export type Content = (file: number, version: number, from: number, length: number) => Uint8Array;

/**
 * Generates the content of a group's files with a given compression ratio. The bytes at a position
 * depend only on file, version and position, so a block in the middle can be generated on its own.
 *
 * Each unit of `FRESH_UNIT` bytes begins with bytes of a key stream and ends with one of two
 * fillers, which alternate. Any range of some hundred bytes is therefore unique, and the windows in
 * which content-defined chunkers look for cut points differ as in real data. (In runs of zeros
 * chunkers would cut at every opportunity; with a period as long as their window, often 64 bytes,
 * hardly ever.) Above a ratio of 10 there are so few fresh bytes that windows repeat and chunks
 * become larger.
 *
 * The first byte of a file holds its version, so even files of one or two bytes differ after a
 * change.
 *
 * @example
 * contentOf(7, 'plain', 2)(12, 0, 0, 65536) // 64 KiB, which zlib compresses to 32 KiB
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
 * Overwrites the end of each unit with filler and leaves `fresh` bytes of it on average. The number
 * left is one of two whole numbers, chosen by the unit's first bytes, because some compressor would
 * exploit any regular choice.
 *
 * @param first index in the file of the first unit.
 * @param fillers the two fillers, each as a list of its suffixes by their start in a unit.
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
