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

/**
 * New chunks per edit. Borg's documentation says one to two; the mean is used. Source: BorgBackup
 * documentation, internals, chunker.
 */
const CHUNKS_PER_EDIT = 1.5;

/**
 * Share of content-defined chunks that are new if edits are placed at random: `1 - exp(-1.5 *
 * E/n)`, with `E/n = share * chunk / unit` edits per chunk. At least `share`, since the changed
 * bytes themselves are new. Element-wise change (units far smaller than a chunk) saturates;
 * deduplication then saves nothing.
 *
 * @param share share of the units that changed
 * @param unit bytes of one independently changing unit
 * @param chunk mean bytes of one chunk
 * @example chunksChanged(0.02, 65536, 1048576) // 0.381
 */
export function chunksChanged(share: number, unit: number, chunk: number): number {
  const edits = (share * chunk) / unit;
  return Math.max(share, -Math.expm1(-CHUNKS_PER_EDIT * edits));
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
