import type { Facts } from '../host/host.ts';

const PAGE = 4096;
const MOST_PROBES = 64;

/** Whether fewer bytes are allocated than the file is long; very small files do not count. */
export const mayHaveHoles = (facts: Facts): boolean =>
  facts.size > PAGE && facts.allocated < facts.size;

/** Whether a block holds nothing but zeros: its first byte is one, and each is as the one before. */
export const isZero = (block: Uint8Array): boolean =>
  (block[0] ?? 0) === 0 && Buffer.compare(block.subarray(1), block.subarray(0, -1)) === 0;

/**
 * The bytes that count of a file that may have holes. A file system that compresses also allocates
 * less than a file's length, so pages spread evenly over the file are looked at: only where one of
 * them is all zeros is the file taken for sparse, and the allocated bytes count.
 *
 * @param read reads a page at a position; undefined where it cannot be read.
 */
export function bytesWithoutHoles(
  facts: Facts,
  read: (position: number) => Uint8Array | undefined,
): number {
  const allocated = Math.min(facts.size, facts.allocated);
  const hole = 1 - allocated / facts.size;
  // A hole in one piece of that share is longer than the distance between two probes.
  const probes = Math.min(MOST_PROBES, Math.ceil(2 / hole) + 1);
  for (let probe = 0; probe < probes; probe++) {
    const page = read(Math.floor(((probe + 0.5) / probes) * (facts.size - PAGE)));
    if (!page || isZero(page)) return allocated;
  }
  return facts.size;
}

/** The length of the pages that `read` is asked for. */
export const PROBE_SIZE = PAGE;
