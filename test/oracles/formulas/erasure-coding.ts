/** Durability of erasure-coded data. See docs/model.md, section "Durability". */
import { uniformShare } from '../../../src/model/change.ts';

/** An erasure code: any `data` of its `data + parity` shards suffice to read the data. */
export interface ErasureCode {
  readonly data: number;
  readonly parity: number;
  /** failures of one shard in a year */
  readonly failuresPerYear: number;
  /** time until a failed shard is replaced, as a share of the year */
  readonly replacement: number;
}

/**
 * Probability that data is lost within a year: more than `parity` shards fail within one
 * replacement period, in any of the `1 / replacement` periods of the year. Shards fail
 * independently and are replaced at the end of a period. Summed from the tail, so that no digits
 * cancel. Source: Backblaze, erasure-coding-durability (MIT, commit 37f758d).
 *
 * @example
 * annualLoss({ data: 17, parity: 3, failuresPerYear: 0.00405, replacement: 6.5 / 365 }) // 7.354e-12
 */
export function annualLoss({ data, parity, failuresPerYear, replacement }: ErasureCode): number {
  const failed = -Math.expm1(-failuresPerYear * replacement);
  const inPeriod = atLeast(parity + 1, data + parity, failed);
  return uniformShare(inPeriod, 1 / replacement);
}

/** Probability that at least `least` of n independent events happen, each with probability p. */
function atLeast(least: number, n: number, p: number): number {
  if (p >= 1) return 1;
  if (p <= 0) return 0;
  let logTerm = least * Math.log(p) + (n - least) * Math.log1p(-p);
  for (let index = 1; index <= least; index += 1) logTerm += Math.log((n - least + index) / index);
  let term = Math.exp(logTerm);
  let sum = 0;
  for (let count = least; count <= n; count += 1) {
    sum += term;
    term *= ((n - count) / (count + 1)) * (p / (1 - p));
  }
  return Math.min(1, sum);
}

/**
 * The number of nines of a durability: the largest n with `loss <= 10^-n`. Infinite if the loss is
 * 0.
 *
 * @param loss probability of a loss, 0 to 1
 * @example nines(7.354e-12) // 11
 */
export function nines(loss: number): number {
  if (loss === 0) return Number.POSITIVE_INFINITY;
  const about = Math.floor(-Math.log10(loss));
  // The logarithm of a power of ten may be wrong in its last digit.
  const exact = [about + 1, about, about - 1].find((count) => loss <= Number(`1e-${count}`));
  return Math.max(0, exact ?? 0);
}
