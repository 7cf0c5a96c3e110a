import { gammaln } from 'simple-statistics';
import type { Interval } from './interval.ts';
import { meanInterval } from './mean-interval.ts';
import { shareInterval } from './share-interval.ts';

/** How two strategies compare in the same futures, the first against the second. */
export interface Paired {
  /** The chances that the first has less, as much, and more. */
  readonly less: Interval;
  readonly equal: Interval;
  readonly more: Interval;
  /** The mean of first - second, in the unit of the figure. */
  readonly difference: Interval;
  /** Chance that coins fall as unevenly as the futures that told the two apart (see `signTest`). */
  readonly coin: number;
}

/** What differs by less is rounding on the way, and no difference. */
const ROUNDING = 1e-9;

/**
 * Compares one figure of two strategies, future by future: as both met the same luck, their
 * difference is known much better than either (common random numbers).
 *
 * @param first its values in all trials, in the order of their numbers.
 * @param second those of the other strategy in the same trials.
 * @throws RangeError where they are not equally many.
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
 * The sign test: the chance that fair coins, one for each future that told two strategies apart,
 * fall at least as unevenly to either side; two-sided, exact (Dixon and Mood 1946, J. Am. Stat.
 * Assoc. 41, 557-566). It holds for independent futures. Points of a net cover the futures more
 * evenly than chance; there, `Paired.less` and `more` are the better ground.
 *
 * @param less futures in which the first has less, and `more`, those in which it has more.
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
