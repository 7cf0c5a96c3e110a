import { mean, quantileSorted } from 'simple-statistics';

/** A figure and its spread over the trials; with a single trial all four are equal. */
export interface Estimate {
  readonly mean: number;
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
}

/** Smallest number of trials for which 5 % and 95 % points are reported. */
export const LEAST_TRIALS_FOR_INTERVAL = 20;

/**
 * Summarises one figure over the trials. Quantiles are of type 7 (Hyndman and Fan 1996).
 *
 * @throws RangeError if there are no samples.
 * @example
 * estimate([1, 2, 3]) // { mean: 2, p05: 1.1, p50: 2, p95: 2.9 }
 */
export function estimate(samples: ArrayLike<number>): Estimate {
  const sorted = Float64Array.from(samples).sort();
  if (sorted.length === 0) throw new RangeError('an estimate needs at least one sample');
  const values = Array.from(sorted);
  const first = values[0] ?? 0;
  if (first === values[values.length - 1])
    return { mean: first, p05: first, p50: first, p95: first };
  return {
    mean: mean(values),
    p05: quantileSorted(values, 0.05),
    p50: quantileSorted(values, 0.5),
    p95: quantileSorted(values, 0.95),
  };
}

/**
 * Quantiles of a date over the trials, in seconds since 1970, and the share of trials in which it
 * never came. A quantile is null if it is never.
 */
export interface DateEstimate {
  readonly p05: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly never: number;
}

/**
 * Summarises the first date of an event over the trials. `NaN` stands for a trial in which it never
 * happened; it counts as later than all dates, so a quantile may be null.
 *
 * @example
 * dateEstimate([100, Number.NaN]) // { p05: 100, p50: 100, p95: null, never: 0.5 }
 */
export function dateEstimate(times: ArrayLike<number>): DateEstimate {
  const all = Array.from(times, (time) => (Number.isNaN(time) ? Infinity : time)).sort(
    (a, b) => a - b,
  );
  // Takes an order statistic and does not interpolate: there is no date half-way to never.
  const at = (share: number): number | null => {
    const time = all[Math.max(0, Math.ceil(share * all.length) - 1)] ?? Infinity;
    return Number.isFinite(time) ? time : null;
  };
  const never = all.filter((time) => !Number.isFinite(time)).length / Math.max(1, all.length);
  return { p05: at(0.05), p50: at(0.5), p95: at(0.95), never };
}
