import { deflateRawSync } from 'node:zlib';
import { mean, sampleStandardDeviation } from 'simple-statistics';

/** How far data shrinks, from sampled blocks. */
export interface Compressibility {
  /** Bytes before divided by bytes after; 1 means it does not shrink. */
  readonly ratio: number;
  /** The 95 % interval of the ratio; null where the sample is too small for one. */
  readonly low: number | null;
  readonly high: number | null;
  /** Distinct blocks that were compressed. */
  readonly blocks: number;
}

/**
 * The share of a block that is left by zlib at level 1 (raw deflate, RFC 1951). A block that would
 * grow counts as 1, because tools store such blocks as they are.
 */
export function shareLeft(block: Uint8Array): number {
  return Math.min(1, deflateRawSync(block, { level: 1 }).length / block.length);
}

// Below this many blocks the normal approximation of the mean is not to be trusted.
const LEAST_BLOCKS = 8;

/**
 * The ratio of all data from the shares left at points drawn evenly over the bytes: one over their
 * mean, and its interval from the mean's standard error. `blocks` says how many different blocks
 * the points fell into, which is what the error depends on.
 */
export function compressibility(
  shares: readonly number[],
  blocks: number,
): Compressibility | undefined {
  if (shares.length === 0) return undefined;
  const left = mean([...shares]);
  if (blocks < LEAST_BLOCKS) return { ratio: 1 / left, low: null, high: null, blocks };
  const error = (1.96 * sampleStandardDeviation([...shares])) / Math.sqrt(blocks);
  const high = left > error ? 1 / (left - error) : null;
  return { ratio: 1 / left, low: Math.max(1, 1 / (left + error)), high, blocks };
}
