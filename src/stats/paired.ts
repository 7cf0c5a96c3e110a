import { gammaln } from 'simple-statistics';
import type { Interval } from './interval.ts';
import { meanInterval } from './mean-interval.ts';
import { shareInterval } from './share-interval.ts';

/** Comparison of two strategies in the same trials: the first against the second. */
export interface Paired {
  /** Probabilities that the first has less, as much, and more. */
  readonly less: Interval;
  readonly equal: Interval;
  readonly more: Interval;
  /** The mean of first - second, in the unit of the figure. */
  readonly difference: Interval;
  /** p-value of the sign test; see `signTest`. */
  readonly coin: number;
}

/** Relative tolerance: values within it count as equal. */
const ROUNDING = 1e-9;

/**
 * Compares one figure of two strategies trial by trial. Both have the same random draws (common
 * random numbers), so their difference is known much more precisely than either value.
 *
 * @param first values in all trials, in the order of their numbers.
 * @param second values of the other strategy in the same trials.
 * @throws RangeError if their numbers of trials differ.
 * @example
 * comparePaired([1, 2, 3], [2, 3, 3]).less.value // 0.667
 */
export function comparePaired(first: ArrayLike<number>, second: ArrayLike<number>): Paired {
  if (first.length !== second.length) {
    throw new RangeError(`${first.length} trials cannot be paired with ${second.length}`);
  }
  const differences = Float64Array.from(first, (one, trial) => {
    const other = second[trial] as number;
    const isRounding = Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other));
    return one === other || isRounding ? 0 : one - other;
  });
  const [less, equal, more] = [-1, 0, 1].map((sign) =>
    differences.map((difference) => (Math.sign(difference) === sign ? 1 : 0)),
  ) as [Float64Array, Float64Array, Float64Array];
  const sum = (met: Float64Array): number => met.reduce((all, one) => all + one, 0);
  return {
    less: shareInterval(less),
    equal: shareInterval(equal),
    more: shareInterval(more),
    difference: meanInterval(differences),
    coin: signTest(sum(less), sum(more)),
  };
}

/**
 * The p-value of the two-sided, exact sign test (Dixon and Mood 1946, J. Am. Stat. Assoc. 41,
 * 557-566): if each of the trials in which the strategies differ went to either with probability
 * 1/2, how likely would a split at least this uneven be? It assumes independent trials. Trials on
 * nets cover the space more evenly; for them, `Paired.less` and `more` are more reliable.
 *
 * @param less number of trials in which the first has less, and `more`, in which it has more.
 * @example
 * signTest(9, 3) // 0.146
 */
export function signTest(less: number, more: number): number {
  const count = less + more;
  const most = Math.max(less, more);
  const choose = gammaln(count + 1) - gammaln(most + 1) - gammaln(count - most + 1);
  let term = Math.exp(choose - count * Math.LN2);
  let tail = 0;
  for (let heads = most; heads <= count; heads++) {
    tail += term;
    term *= (count - heads) / (heads + 1);
  }
  return Math.min(1, 2 * tail);
}
