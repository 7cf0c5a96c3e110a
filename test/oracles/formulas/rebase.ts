/**
 * When to start a new chain with a full: what full, incremental and differential backups write in a
 * cycle, and the cheapest lengths of cycle. Bytes are shares of the data; times in days. See
 * docs/model.md, section "Re-basing".
 */

/** Share of the data that differs from a full after a number of days. */
type Share = (days: number) => number;

/**
 * Bytes written in a cycle with a full on its first day and a differential on each other day: `1 +
 * sum over k < days of D(k)`. Derived.
 *
 * @example differentialCycle(28, (days) => 1 - 0.98 ** days) // 7.40
 */
export function differentialCycle(days: number, share: Share): number {
  let written = 1;
  for (let day = 1; day < days; day++) written += share(day);
  return written;
}

/**
 * The same with an increment on each other day: `1 + (days - 1) * D(1)`. If the cycle is as long as
 * the period considered, this is also what forever-incremental and deduplicating tools write.
 * Derived.
 *
 * @example incrementalCycle(28, 0.02) // 1.54
 */
export const incrementalCycle = (days: number, changedPerDay: number): number =>
  1 + (days - 1) * changedPerDay;

/**
 * Unused bytes that a store holds, as a share of the bytes in use, if a tool cleans up only until
 * the share `unused` of the store remains: `unused / (1 - unused)`. restic leaves 5 % (its manual,
 * published).
 *
 * @example unusedOverhead(0.05) // 0.0526
 */
export const unusedOverhead = (unused: number): number => unused / (1 - unused);

/**
 * The best interval between fulls, in days, and the share of the data that is then written a day.
 */
export interface BestInterval {
  readonly days: number;
  readonly perDay: number;
}

/** The longest interval between fulls that is considered. */
const MOST_DAYS = 36_500;

/**
 * The whole number of days between fulls for which fulls and differentials write least a day. It
 * works for any growth of the change: linear (then about `sqrt(2F/d)`, see chain-integrity.ts), a
 * power law, or saturating. The mean per day falls until a differential is as large as the mean so
 * far; days is Infinity if that takes more than a hundred years.
 *
 * @param share must not fall over time.
 * @param full cost of a full; 1 if a byte costs the same in a full and in a differential
 * @example bestDifferentialInterval((days) => 0.02 * days ** 0.5) // { days: 28, perDay: 0.104 }
 */
export function bestDifferentialInterval(share: Share, full = 1): BestInterval {
  let written = full;
  for (let days = 1; days < MOST_DAYS; days++) {
    const next = share(days);
    if (next * days >= written) return { days, perDay: written / days };
    written += next;
  }
  return { days: Infinity, perDay: written / MOST_DAYS };
}

/**
 * The number of increments between fulls that costs least if each increment makes restores longer:
 * `sqrt(2F / (restores * perIncrement))`. It balances the cost of a full against that of a restore
 * from the middle of the chain. Derived, for one increment a day.
 *
 * @param full cost of a full
 * @param restores restores a day
 * @param perIncrement cost that one more increment adds to a restore, in the unit of `full`
 * @example bestChainLength(1, 1 / 30, 0.02) // 54.8 increments
 */
export const bestChainLength = (full: number, restores: number, perIncrement: number): number =>
  Math.sqrt((2 * full) / (restores * perIncrement));
