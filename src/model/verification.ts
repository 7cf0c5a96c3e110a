/** What checking costs, and what a sample finds. See docs/model.md, section "Verification". */
import { uniformShare } from './change.ts';

/**
 * Seconds to check `bytes`: `bytes / (rate * cores) + fixed`. A checksum reads every byte.
 *
 * @param bytes bytes to check
 * @param rate bytes a second on one core
 * @param cores cores that work at once, 1 or more
 * @param fixed seconds whatever the bytes
 * @example checkTime(1e13, 0.6e9, 1, 0) // 16667: MD5 of 10 TB on one core
 */
export function checkTime(bytes: number, rate: number, cores: number, fixed: number): number {
  return fixed + (bytes === 0 ? 0 : bytes / (rate * cores));
}

/**
 * The chance that a random sample of `n` things meets a bad one: `1 - (1 - bad)^n`.
 *
 * @param bad share of the things that is bad, 0 to 1
 * @param n things looked at
 * @example sampleFinds(0.01, 384) // 0.979
 */
export function sampleFinds(bad: number, n: number): number {
  return uniformShare(bad, n);
}
