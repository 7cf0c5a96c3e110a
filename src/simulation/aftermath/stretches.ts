/**
 * A figure over time as intervals: in each it starts at `from` and is constant (`slope` 0) or rises
 * by 1 per second (`slope` 1), for `length` seconds.
 */
export interface Stretches {
  readonly slope: 0 | 1;
  from: Float64Array;
  length: Float64Array;
  count: number;
}

/** Maximum, mean and 95th percentile of a figure over time. */
export interface Spread {
  readonly worst: number;
  readonly mean: number;
  readonly p95: number;
}

/** An empty list of intervals. */
export const newStretches = (slope: 0 | 1): Stretches => ({
  slope,
  from: new Float64Array(64),
  length: new Float64Array(64),
  count: 0,
});

/** Adds an interval that starts at the value `from` and lasts `length` seconds. */
export function addStretch(all: Stretches, from: number, length: number): void {
  if (all.count === all.from.length) {
    all.from = grown(all.from);
    all.length = grown(all.length);
  }
  all.from[all.count] = from;
  all.length[all.count] = length;
  all.count++;
}

function grown(values: Float64Array): Float64Array {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}

/** Bisection steps: the percentile is exact to 1/16384 of the range of the figure. */
const HALVINGS = 14;

/**
 * Summarizes a figure over all its time; null if there is none. Consumes the intervals.
 *
 * @example
 * // a day that begins at 0 and rises by a second a second
 * spreadOf(day) // { worst: 86400, mean: 43200, p95: 82080 }
 */
export function spreadOf(all: Stretches): Spread | null {
  const { slope, from, length, count } = all;
  let time = 0;
  let area = 0;
  let low = Infinity;
  let worst = -Infinity;
  for (let i = 0; i < count; i++) {
    const begin = from[i] as number;
    const lasts = length[i] as number;
    time += lasts;
    area += lasts * (begin + (slope * lasts) / 2);
    low = Math.min(low, begin);
    worst = Math.max(worst, begin + slope * lasts);
  }
  if (time === 0) return null;
  return { worst, mean: area / time, p95: valueAt(all, low, worst, 0.95 * time) };
}

/**
 * The value that a figure stays below for the given seconds, found by bisection of its range
 * without sorting. An interval outside the remaining range, or that rises through all of it,
 * contributes in closed form from then on and is removed, so that each step visits fewer.
 */
function valueAt(all: Stretches, least: number, most: number, seconds: number): number {
  const { slope, from, length } = all;
  let [low, high] = [least, most];
  // Removed: seconds below the range; number and sum of `from` of those that rise through it.
  let [under, rising, begins] = [0, 0, 0];
  for (let step = 0; step < HALVINGS && high > low; step++) {
    const middle = (low + high) / 2;
    let below = 0;
    let left = 0;
    for (let i = 0; i < all.count; i++) {
      const begin = from[i] as number;
      const lasts = length[i] as number;
      const end = begin + slope * lasts;
      if (end <= low) under += lasts;
      else if (begin > high) continue;
      else if (begin <= low && end >= high) {
        rising++;
        begins += begin;
      } else {
        from[left] = begin;
        length[left++] = lasts;
        if (begin <= middle) below += slope === 0 ? lasts : Math.min(middle - begin, lasts);
      }
    }
    all.count = left;
    if (below + under + rising * middle - begins >= seconds) high = middle;
    else low = middle;
  }
  return high;
}
