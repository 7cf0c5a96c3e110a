/**
 * What a tool sees of a change. A scenario states the change for pieces that change independently
 * (`unit` bytes each); a tool that compares larger pieces sees more of it. All sizes in bytes, all
 * shares 0 to 1. See docs/model.md, section "Granularity".
 */
import { uniformShare } from './change.ts';

/**
 * The share of fixed blocks with at least one changed unit: `1 - (1 - share)^(block / unit)`, and
 * `share` itself where a block is no larger than a unit. With 2-byte units this is the chance that
 * a block of bf16 weights changes when single elements do.
 *
 * @param share share of the units that changed
 * @param unit bytes of one independently changing piece
 * @param block bytes of one block
 * @example blocksChanged(0.001, 2, 4096) // 0.871: scattered elements touch most 4 KiB blocks
 */
export function blocksChanged(share: number, unit: number, block: number): number {
  return uniformShare(share, Math.max(1, block / unit));
}

/**
 * New chunks for one edit. Borg's documentation speaks of one to two; the middle is taken.
 * Source: BorgBackup documentation, internals, chunker.
 */
const CHUNKS_PER_EDIT = 1.5;

/**
 * The share of content-defined chunks that is new when edits fall at random:
 * `1 - exp(-1.5 * E/n)`, with `E/n = share * chunk / unit` edits a chunk. Never below `share`,
 * since the changed bytes themselves are new. Element-wise change (units far below a chunk)
 * saturates: then deduplication saves nothing.
 *
 * @param share share of the units that changed
 * @param unit bytes of one independently changing piece
 * @param chunk mean bytes of one chunk
 * @example chunksChanged(0.02, 65536, 1048576) // 0.381
 */
export function chunksChanged(share: number, unit: number, chunk: number): number {
  const edits = (share * chunk) / unit;
  return Math.max(share, -Math.expm1(-CHUNKS_PER_EDIT * edits));
}

/**
 * The share of files, all of one size, with at least one changed unit:
 * `1 - (1 - share)^n` for files of n units, and `share` itself for files below one unit.
 *
 * @param share share of the units that changed
 * @param unit bytes of one independently changing piece
 * @param fileSize bytes of one file
 * @example filesChanged(0.01, 4096, 409600) // 0.634
 */
export function filesChanged(share: number, unit: number, fileSize: number): number {
  return uniformShare(share, Math.max(1, fileSize / unit));
}
