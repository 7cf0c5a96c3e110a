/**
 * The change that a tool detects. A scenario states the change in units of `unit` bytes that change
 * independently; a tool that compares larger pieces detects more change. All sizes in bytes, all
 * shares 0 to 1. See docs/model.md, section "Granularity".
 */
import { uniformShare } from './change.ts';

/**
 * Share of fixed-size blocks with at least one changed unit: `1 - (1 - share)^(block / unit)`, or
 * `share` itself if a block is no larger than a unit. With 2-byte units this is the probability
 * that a block of bf16 weights changes when single elements do.
 *
 * @param share share of the units that changed
 * @param unit bytes of one independently changing unit
 * @param block bytes of one block
 * @example blocksChanged(0.001, 2, 4096) // 0.871: scattered elements touch most 4 KiB blocks
 */
export function blocksChanged(share: number, unit: number, block: number): number {
  return uniformShare(share, Math.max(1, block / unit));
}

/** Lengths of chunks cut by content, in bytes: none below `least`, above it as chance has it. */
export interface ChunkLengths {
  readonly least: number;
  readonly mean: number;
}

/**
 * Share of the bytes that lie in new chunks, if edits are placed at random and chunks are cut by
 * content. A byte lies in a long chunk more often than in a short one, and an edit that begins before
 * a chunk reaches into it. With least length m, mean m + a, and `r = share / unit` edits of `unit`
 * bytes a byte: `1 - e^(-r(m + unit)) * [m/(1 + ar) + a/(1 + ar)^2] / (m + a)`. At least `share`,
 * since the changed bytes themselves are new. Element-wise change (units far smaller than a chunk)
 * saturates; deduplication then saves nothing.
 *
 * Derived: lengths are m plus an exponential one of mean a, weighted by the length.
 *
 * @param share share of the units that changed
 * @param unit bytes of one independently changing unit
 * @param chunks lengths of the chunks
 * @example chunksChanged(0.03, 65536, { least: 524288, mean: 1572864 }) // 0.596
 */
export function chunksChanged(share: number, unit: number, { least, mean }: ChunkLengths): number {
  const edits = share / unit;
  const above = mean - least;
  const reach = 1 + above * edits;
  const part = (above * edits) / reach;
  // Of the two factors what they leave of 1, so that small shares keep their digits.
  const cut = (least * part + above * part * (1 + 1 / reach)) / mean;
  const hit = -Math.expm1(-edits * (least + unit));
  return Math.max(share, cut + (1 - cut) * hit);
}

/**
 * Share of equal-sized files with at least one changed unit: `1 - (1 - share)^n` for files of n
 * units, or `share` itself for files smaller than one unit.
 *
 * @param share share of the units that changed
 * @param unit bytes of one independently changing unit
 * @param fileSize bytes of one file
 * @example filesChanged(0.01, 4096, 409600) // 0.634
 */
export function filesChanged(share: number, unit: number, fileSize: number): number {
  return uniformShare(share, Math.max(1, fileSize / unit));
}
