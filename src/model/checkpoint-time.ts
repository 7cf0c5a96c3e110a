/**
 * How long a run takes that saves on several levels and fails at random: an exact expectation, for
 * saves and restores of any length. See docs/model.md, section "Checkpoints".
 */

/** A level with its times in seconds, and the failures a second that are restored from it. */
export interface TimedLevel {
  readonly save: number;
  /** Work between two saves on this level. */
  readonly interval: number;
  readonly rate: number;
  /** From the failure until work goes on. */
  readonly restore: number;
  /** For which an asynchronous save is still being written: a failure then falls back one more. */
  readonly persist: number;
}

/**
 * The expected time in which a run completes the interval of its last level, with all saves,
 * repeated work and restores. With one level it is Daly's whole form, `M * exp((R + P) / M) *
 * (exp((T + C) / M) - 1)`. Failures of a level come at any time, in saves and restores as well. A
 * restore from a level begins again after each failure that the level survives, and ends for
 * nothing with one that it does not. Derived from Daly 2006, level by level: whether a time ends
 * before an exponential failure is all that the level above asks of the one below.
 *
 * @param levels from fast to slow, at least one; intervals are finite.
 * @example
 * expectedTime([{ save: 50, interval: 100, rate: 0.01, restore: 50, persist: 0 }])
 * // 100 * e^0.5 * (e^1.5 - 1) = 574.03
 */
export function expectedTime(levels: readonly TimedLevel[]): number {
  return unitTime(levels, levels.length - 1, 0);
}

/**
 * Share of all time that a run spends in restores from each level. A failure of the level begins
 * one, unless a restore from a slower level is under way: with one level `1 - exp(-restore *
 * rate)`.
 *
 * @example
 * recoveringShares([{ save: 50, interval: 100, rate: 0.01, restore: 50, persist: 0 }])
 * // [1 - e^-0.5] = [0.393]
 */
export function recoveringShares(levels: readonly TimedLevel[]): number[] {
  const shares = levels.map(() => 0);
  let free = 1;
  for (let k = levels.length - 1; k >= 0; k--) {
    const { rate, restore } = levels[k] as TimedLevel;
    const begun = recoveries(rate, plainTime(restore, sumOfRates(levels)), ratesAbove(levels, k));
    const share = Number.isFinite(begun) ? (free * begun) / (1 + begun) : free;
    shares[k] = share;
    free -= share;
  }
  return shares;
}

/**
 * The time of one interval of level `k` and its save, where any failure of a slower level, at rate
 * `above`, ends it. Such times are discounted: `(1 / P(no such failure) - 1) / above`, which is the
 * expected time where `above` is 0, and all that follows holds for both.
 */
function unitTime(levels: readonly TimedLevel[], k: number, above: number): number {
  const { save, interval, rate } = levels[k] as TimedLevel;
  const within = above + rate;
  const below = levels[k - 1];
  const working = below ? unitTime(levels, k - 1, within) : plainTime(interval, within);
  const units = below ? interval / below.interval : 1;
  const attempt = inSuccession(units, working, savingTime(levels, k - 1, save, within), within);
  return attempt * withRecoveries(levels, k, above);
}

/** The time of a save of a slower level: failures of level `k` and below begin it anew. */
const savingTime = (
  levels: readonly TimedLevel[],
  k: number,
  save: number,
  above: number,
): number => {
  const level = levels[k];
  if (!level) return plainTime(save, above);
  return savingTime(levels, k - 1, save, above + level.rate) * withRecoveries(levels, k, above);
};

/** A time without failures of its own, discounted at a rate. */
const plainTime = (time: number, rate: number): number =>
  rate > 0 ? Math.expm1(rate * time) / rate : time;

/** So many times `each`, and then `last`. */
const inSuccession = (count: number, each: number, last: number, rate: number): number =>
  rate > 0
    ? Math.expm1(count * Math.log1p(rate * each) + Math.log1p(rate * last)) / rate
    : count * each + last;

/** What attempts on a level take with the recoveries between them, as a multiple. */
function withRecoveries(levels: readonly TimedLevel[], k: number, above: number): number {
  const { rate, restore, persist } = levels[k] as TimedLevel;
  return 1 + recoveries(rate, plainTime(restore + persist, sumOfRates(levels)), above);
}

/**
 * Failures times the time of a restore, which a failure of a slower level ends. Any failure that
 * does not end it begins it anew, so it takes a plain time at the rate of all failures.
 */
const recoveries = (rate: number, time: number, above: number): number =>
  rate > 0 ? rate / (1 / time + above) : 0;

const sumOfRates = (levels: readonly TimedLevel[]): number =>
  levels.reduce((sum, { rate }) => sum + rate, 0);

const ratesAbove = (levels: readonly TimedLevel[], k: number): number =>
  sumOfRates(levels.slice(k + 1));
