import { deflateRawSync } from 'node:zlib';
import { mean, sampleStandardDeviation } from 'simple-statistics';

/** How well data compresses, estimated from sampled blocks. */
export interface Compressibility {
  /** Original bytes divided by compressed bytes; 1 means incompressible. */
  readonly ratio: number;
  /** Bounds of the 95 % interval of the ratio; null if the sample is too small for one. */
  readonly low: number | null;
  readonly high: number | null;
  /** Number of distinct blocks that were compressed. */
  readonly blocks: number;
}

/**
 * Compressed size of a block divided by its size, with zlib level 1 (raw deflate, RFC 1951). A
 * block that would grow counts as 1, because tools store such blocks uncompressed.
 */
export function shareLeft(block: Uint8Array): number {
  return Math.min(1, deflateRawSync(block, { level: 1 }).length / block.length);
}

// With fewer blocks the normal approximation of the mean is unreliable.
const LEAST_BLOCKS = 8;

/**
 * Estimates the ratio of all data from the compressed shares at points drawn evenly over the bytes:
 * 1 / mean, with an interval from the standard error of the mean.
 *
 * @param blocks number of distinct blocks the points fell into; the standard error depends on it.
 * @returns undefined without samples.
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
