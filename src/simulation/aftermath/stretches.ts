/** Stretches of time over which a figure rises evenly from one value on, or stays (`slope` 0). */
export interface Stretches {
  readonly slope: 0 | 1;
  from: Float64Array;
  length: Float64Array;
  count: number;
}

/** The worst, the mean and the 95 % point of a figure over time. */
export interface Spread {
  readonly worst: number;
  readonly mean: number;
  readonly p95: number;
}

/** No stretches yet. */
export const newStretches = (slope: 0 | 1): Stretches => ({
  slope,
  from: new Float64Array(64),
  length: new Float64Array(64),
  count: 0,
});

/** Adds a stretch that begins at a value and lasts so long. */
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

/** Halvings of the range of a figure: the 95 % point is right to a ten-thousandth of it. */
const HALVINGS = 14;

/**
 * Sums up a figure over all its time, and uses the stretches up; null where there is none.
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
 * The value below which a figure is for so many seconds: its range is halved. Stretches that lie
 * outside what is left of it, or rise all through it, are summed up once and for all, so that soon
 * none has to be looked at.
 */
function valueAt(all: Stretches, least: number, most: number, seconds: number): number {
  const { slope, from, length } = all;
  let [low, high] = [least, most];
  // Seconds of those below the range; of those that rise through it the number, and where they begin.
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
