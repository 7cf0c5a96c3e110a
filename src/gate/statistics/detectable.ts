import { median } from 'simple-statistics';
import { normalQuantile } from '../../random/normal-quantile.ts';
import { Z95 } from '../../stats/interval.ts';
import type { Pair } from './alignment.ts';

/** The share of all real changes of some size that a test is to find. */
const POWER = 0.9;
/** How much more than a test that knows the noise the exact one needs, found by simulation. */
const PRICE = 1.11;
/** Standard deviations of a normal variable in one median absolute deviation. */
const DEVIATIONS = 1.4826;

/** Standard errors that an effect must be large for a test at a level to find it in nine of ten cases. */
const factorOf = (level: number): number =>
  PRICE * (normalQuantile(1 - level) + normalQuantile(POWER));

/**
 * The noise of pairs: about one standard deviation of the logarithm of a pair's ratio, from its
 * median deviation, so that a few spikes do not count. It does not tell which side is larger.
 *
 * @param pairs logarithms.
 */
export const spreadOf = (pairs: readonly Pair[]): number =>
  DEVIATIONS * median(pairs.map(({ before, after }) => Math.abs(after - before)));

/**
 * The least effect that would have been found in nine of ten cases, as a share; null where an
 * interval has no ends.
 *
 * @param interval of 95 %, as logarithms.
 * @param level chance of a false alarm that the test may have.
 * @example
 * detectable({ low: -0.05, high: 0.05 }, 0.006) // 0.11
 */
export function detectable(
  { low, high }: { readonly low: number; readonly high: number },
  level: number,
): number | null {
  const error = (high - low) / (2 * Z95);
  return Number.isFinite(error) ? Math.expm1(factorOf(level) * error) : null;
}

/** Fewer pairs cannot reach a chance of 1 %. */
const LEAST = 7;

/**
 * How many pairs find an effect in nine of ten cases.
 *
 * @param spread noise of a pair, see `spreadOf`.
 * @param effect as a share: 0.1 for 10 % more.
 * @param level chance of a false alarm that the test may have.
 * @example
 * pairsNeeded(0.05, 0.1, 0.006) // 9
 */
export function pairsNeeded(spread: number, effect: number, level: number): number {
  const forEffect = 4 + ((factorOf(level) * spread) / Math.log1p(effect)) ** 2;
  return Math.max(LEAST, Math.ceil(forEffect), Math.ceil(Math.log2(1 / level)));
}
