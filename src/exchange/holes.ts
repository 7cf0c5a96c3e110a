import type { Facts } from '../host/host.ts';

const PAGE = 4096;
const MOST_PROBES = 64;

/**
 * True if less is allocated than the file's length. Files of up to one page never count as sparse.
 */
export const mayHaveHoles = (facts: Facts): boolean =>
  facts.size > PAGE && facts.allocated < facts.size;

/** True if all bytes are zero: the first byte is 0, and each byte equals its predecessor. */
export const isZero = (block: Uint8Array): boolean =>
  (block[0] ?? 0) === 0 && Buffer.compare(block.subarray(1), block.subarray(0, -1)) === 0;

/**
 * Bytes of a file without its holes. Compressing file systems also allocate less than a file's
 * length, so pages spread evenly over the file are probed: if one of them is all zeros or
 * unreadable, the file is taken for sparse and the allocated bytes count; otherwise its whole
 * length counts.
 *
 * @param read reads the page at a position; undefined if it cannot be read.
 */
export function bytesWithoutHoles(
  facts: Facts,
  read: (position: number) => Uint8Array | undefined,
): number {
  const allocated = Math.min(facts.size, facts.allocated);
  const hole = 1 - allocated / facts.size;
  // A single hole of this share is longer than the distance between two probes, so one hits it.
  const probes = Math.min(MOST_PROBES, Math.ceil(2 / hole) + 1);
  for (let probe = 0; probe < probes; probe++) {
    const page = read(Math.floor(((probe + 0.5) / probes) * (facts.size - PAGE)));
    if (!page || isZero(page)) return allocated;
  }
  return facts.size;
}

/** Bytes of the page that `read` returns. */
export const PROBE_SIZE = PAGE;
