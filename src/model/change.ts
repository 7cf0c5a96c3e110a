/**
 * How much of the data differs after some days. Every function gives a share, 0 to 1, of the
 * distinct data that is no longer what it was `days` ago; data written twice counts once.
 * The formulas are laid out in docs/model.md, section "Change".
 */

/**
 * Uniform change: every unit changes on a day with the same chance, independently.
 * `1 - (1 - perDay)^days`, written with `expm1` so that small shares keep their digits.
 *
 * @param perDay share that changes in one day, 0 to 1; anything above counts as 1
 * @param days days since the comparison, 0 or more; may be a fraction of a day
 * @example uniformShare(0.02, 7) // 0.131874
 */
export function uniformShare(perDay: number, days: number): number {
  if (days <= 0 || perDay <= 0) return 0;
  return perDay >= 1 ? 1 : -Math.expm1(days * Math.log1p(-perDay));
}

/**
 * Two classes: the share `hot` of the units takes the share `takes` of the changes, each class
 * changing uniformly. A class cannot change by more than all of it on a day: where
 * `perDay * takes / hot` passes 1 it is capped, and day 1 then stays below `perDay`.
 * With `hot` 1 every unit is hot and change is uniform.
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
 * The share of the writes that falls on each unit when writes follow Zipf's law: unit i gets
 * `i^-exponent / H`, where H makes the shares add up to 1. Worth keeping when the other two Zipf
 * functions are called more than once with the same law.
 *
 * @param exponent 0 (every unit alike) or more
 * @param units number of units, a whole number of 1 or more
 * @example zipfWeights(1, 2) // [2/3, 1/3]
 */
export function zipfWeights(exponent: number, units: number): Float64Array {
  const weights = Float64Array.from({ length: units }, (_, index) => (index + 1) ** -exponent);
  const sum = weights.reduceRight((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * Zipf writes: `days * writesPerDay` writes fall on `units` units as a Poisson stream, the i-th
 * unit getting its Zipf weight of them; a unit has changed when at least one write hit it.
 * `(1/N) * sum of [1 - exp(-W * k * w_i)]`.
 *
 * @param writesPerDay writes a day, in units written; `zipfWrites` finds it from a stated change
 * @param exponent Zipf exponent, 0 or more
 * @param units number of units
 * @param days days since the comparison, 0 or more
 * @param weights `zipfWeights(exponent, units)`, to save making them again
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

/** Newton needs fewer than 40 steps for any law tried; the limit only ends a run on broken input. */
const STEPS = 200;

/**
 * The writes a day that change the share `changedOnDay1` of the units in one day under Zipf's law.
 *
 * The share is concave in the writes, and W = c * N writes cannot change more than c. From there
 * Newton's steps rise towards the answer and never pass it, so no bracket is needed.
 *
 * @param changedOnDay1 share changed after one day, above 0 and below 1; 0 gives 0, 1 infinity
 * @param exponent Zipf exponent, 0 or more
 * @param units number of units
 * @param weights `zipfWeights(exponent, units)`, to save making them again
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

/** A measured size of the change: after `days` days the share `share` differed. */
export interface MeasuredChange {
  /** days, above 0 */
  readonly days: number;
  /** share of the data, above 0 and up to 1 */
  readonly share: number;
}

/** A power law through two measured sizes. */
export interface PowerLaw {
  /** the exponent: 1 grows like the days, 0 not at all */
  readonly beta: number;
  /** share changed after so many days, capped at 1 */
  readonly share: (days: number) => number;
}

/**
 * A power law `D_1 * days^beta` through two measured sizes of the change, such as a one-day and a
 * seven-day differential: `beta = ln(share_2 / share_1) / ln(days_2 / days_1)`.
 * The two must differ in days; the reader of a scenario refuses anything else. Where a share is 0
 * (a draw may be) there is no such law, and nothing changes.
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
