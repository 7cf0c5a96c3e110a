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
 * Sums up a figure over all its time; null where there is none.
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
  // Share of the time below a value, halved down to the value with 95 %.
  let high = worst;
  for (let step = 0; step < HALVINGS && high > low; step++) {
    const middle = (low + high) / 2;
    if (secondsBelow(all, middle) >= 0.95 * time) high = middle;
    else low = middle;
  }
  return { worst, mean: area / time, p95: Math.min(high, worst) };
}

/** Seconds for which a figure is below a value. */
function secondsBelow({ slope, from, length, count }: Stretches, value: number): number {
  let below = 0;
  if (slope === 0) {
    for (let i = 0; i < count; i++) {
      if ((from[i] as number) <= value) below += length[i] as number;
    }
    return below;
  }
  for (let i = 0; i < count; i++) {
    // Without a branch: whether a stretch begins below the value is as good as chance.
    below += Math.max(0, Math.min(value - (from[i] as number), length[i] as number));
  }
  return below;
}
