/**
 * Share of the data that differs after some days. Every function returns a share, 0 to 1, of the
 * distinct data; data written twice counts once. The formulas are derived in docs/model.md, section
 * "Change".
 */

/**
 * Uniform change: each unit changes on a day with the same probability, independently: `1 - (1 -
 * perDay)^days`. Computed with `expm1`, so that small shares keep their digits.
 *
 * @param perDay share that changes in one day, 0 to 1; higher values count as 1
 * @param days days since the comparison, 0 or more; may be a fraction of a day
 * @example uniformShare(0.02, 7) // 0.131874
 */
export function uniformShare(perDay: number, days: number): number {
  if (days <= 0 || perDay <= 0) return 0;
  return perDay >= 1 ? 1 : -Math.expm1(days * Math.log1p(-perDay));
}

/**
 * Hot and cold units: the share `hot` of the units takes the share `takes` of the changes; each
 * class changes uniformly. A class changes by at most all of it a day: where `perDay * takes / hot`
 * exceeds 1 it is capped, and the change after one day is then below `perDay`. With `hot` 1, change
 * is uniform.
 *
 * @param perDay share of all units that changes in one day, 0 to 1
 * @param hot share of the units that is hot, above 0 and up to 1
 * @param takes share of the changes that falls on the hot units, 0 to 1
 * @param days days since the comparison, 0 or more
 * @example hotShare(0.02, 0.05, 0.9, 6) // 0.058501: half of what uniform change gives
 */
export function hotShare(perDay: number, hot: number, takes: number, days: number): number {
  if (hot >= 1) return uniformShare(perDay, days);
  const cold = 1 - hot;
  const coldPart = cold * uniformShare((perDay * (1 - takes)) / cold, days);
  if (hot <= 0) return coldPart;
  return hot * uniformShare((perDay * takes) / hot, days) + coldPart;
}

/**
 * Share of the writes that hits each unit if writes follow Zipf's law: `i^-exponent / H` for unit
 * i, where H makes the sum 1. Callers that use the other two Zipf functions repeatedly with the
 * same law should keep the result.
 *
 * @param exponent 0 (all units alike) or more
 * @param units number of units, a whole number of 1 or more
 * @example zipfWeights(1, 2) // [2/3, 1/3]
 */
export function zipfWeights(exponent: number, units: number): Float64Array {
  const weights = Float64Array.from({ length: units }, (_, index) => (index + 1) ** -exponent);
  const sum = weights.reduceRight((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * Share of the units changed by Zipf writes: `days * writesPerDay` writes hit `units` units as a
 * Poisson stream, each unit with its Zipf weight; a unit has changed if at least one write hit it:
 * `(1/N) * sum of [1 - exp(-W * k * w_i)]`.
 *
 * @param writesPerDay writes a day, in units written; `zipfWrites` computes it from a known change
 * @param exponent Zipf exponent, 0 or more
 * @param units number of units
 * @param days days since the comparison, 0 or more
 * @param weights `zipfWeights(exponent, units)`, if already computed
 * @example zipfShare(zipfWrites(0.02, 1, 20000), 1, 20000, 7) // 0.0960333
 */
export function zipfShare(
  writesPerDay: number,
  exponent: number,
  units: number,
  days: number,
  weights: Float64Array = zipfWeights(exponent, units),
): number {
  if (days <= 0 || writesPerDay <= 0) return 0;
  const writes = writesPerDay * days;
  let changed = 0;
  for (const weight of weights) changed -= Math.expm1(-writes * weight);
  return Math.min(1, changed / weights.length);
}

/**
 * Step limit of Newton's method. All laws tried took fewer than 40; the limit only stops runs on
 * broken input.
 */
const STEPS = 200;

/**
 * Writes a day that change the share `changedOnDay1` of the units in one day under Zipf's law.
 *
 * Solved with Newton's method. The share is concave in the writes, and W = c * N writes cannot
 * change more than c. From there the steps rise towards the solution and never pass it, so no
 * bracket is needed.
 *
 * @param changedOnDay1 share changed after one day, between 0 and 1; 0 returns 0, 1 returns
 *   Infinity
 * @param exponent Zipf exponent, 0 or more
 * @param units number of units
 * @param weights `zipfWeights(exponent, units)`, if already computed
 * @returns writes a day, in units written
 * @example zipfWrites(0.02, 1, 20000) // 682.305
 */
export function zipfWrites(
  changedOnDay1: number,
  exponent: number,
  units: number,
  weights: Float64Array = zipfWeights(exponent, units),
): number {
  if (changedOnDay1 <= 0) return 0;
  if (changedOnDay1 >= 1) return Number.POSITIVE_INFINITY;
  let writes = changedOnDay1 * weights.length;
  for (let step = 0; step < STEPS; step += 1) {
    let missing = changedOnDay1 * weights.length;
    let slope = 0;
    for (const weight of weights) {
      const hit = -Math.expm1(-writes * weight);
      missing -= hit;
      slope += weight * (1 - hit);
    }
    const rise = missing / slope;
    if (!(rise > writes * 1e-14)) break;
    writes += rise;
  }
  return writes;
}

/** A measured change: after `days` days, the share `share` differed. */
export interface MeasuredChange {
  /** days, above 0 */
  readonly days: number;
  /** share of the data, above 0 and up to 1 */
  readonly share: number;
}

/** A power law through two measured changes. */
export interface PowerLaw {
  /** the exponent: 1 grows linearly, 0 stays constant */
  readonly beta: number;
  /** returns the share changed after so many days, at most 1 */
  readonly share: (days: number) => number;
}

/**
 * Fits a power law `D_1 * days^beta` to two measured changes, such as a one-day and a seven-day
 * differential: `beta = ln(share_2 / share_1) / ln(days_2 / days_1)`. The two must differ in days;
 * the scenario reader rejects anything else. If a share is 0, which a random draw may be, no law
 * fits and the change is 0.
 *
 * @example powerLaw({ days: 1, share: 0.02 }, { days: 7, share: 0.08 }).share(30) // 0.226
 */
export function powerLaw(first: MeasuredChange, second: MeasuredChange): PowerLaw {
  if (first.share <= 0 || second.share <= 0) return { beta: 0, share: () => 0 };
  const beta = Math.log(second.share / first.share) / Math.log(second.days / first.days);
  return {
    beta,
    share: (days) => (days <= 0 ? 0 : Math.min(1, first.share * (days / first.days) ** beta)),
  };
}
