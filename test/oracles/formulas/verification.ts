/**
 * Cost of verification, and the detection rate of samples. See docs/model.md, section
 * "Verification".
 */
import { uniformShare } from '../../../src/model/change.ts';

/**
 * Seconds to check `bytes`: `bytes / (rate * cores) + fixed`. A checksum reads each byte.
 *
 * @param bytes bytes to check
 * @param rate bytes a second on one core
 * @param cores cores that work in parallel, 1 or more
 * @param fixed fixed seconds, independent of the bytes
 * @example checkTime(1e13, 0.6e9, 1, 0) // 16667: MD5 of 10 TB on one core
 */
export function checkTime(bytes: number, rate: number, cores: number, fixed: number): number {
  return fixed + (bytes === 0 ? 0 : bytes / (rate * cores));
}

/**
 * Probability that a random sample of `n` items contains a bad one: `1 - (1 - bad)^n`.
 *
 * @param bad share of bad items, 0 to 1
 * @param n number of items checked
 * @example sampleFinds(0.01, 384) // 0.979
 */
export function sampleFinds(bad: number, n: number): number {
  return uniformShare(bad, n);
}
