/**
 * When to begin a chain anew: what full, incremental and differential backups write in a cycle, and
 * the lengths of cycle that cost least. Bytes are shares of the data; times in days. See
 * docs/model.md, section "Re-basing".
 */

/** The share of the data that differs from a full so many days old. */
type Share = (days: number) => number;

/**
 * What a cycle of so many days writes with a full on its first day and differentials on the
 * others: `1 + sum over k < days of D(k)`. Derived.
 *
 * @example differentialCycle(28, (days) => 1 - 0.98 ** days) // 7.40
 */
export function differentialCycle(days: number, share: Share): number {
  let written = 1;
  for (let day = 1; day < days; day++) written += share(day);
  return written;
}

/**
 * The same with increments on the other days: `1 + (days - 1) * D(1)`; with a cycle as long as the
 * time looked at it is also what forever-incremental and deduplicating tools write. Derived.
 *
 * @example incrementalCycle(28, 0.02) // 1.54
 */
export const incrementalCycle = (days: number, changedPerDay: number): number =>
  1 + (days - 1) * changedPerDay;

/**
 * What a store holds beyond the bytes in use when a tool cleans up only so far that the share
 * `unused` stays: `unused / (1 - unused)` of the bytes in use. restic leaves 5 % (its manual,
 * published).
 *
 * @example unusedOverhead(0.05) // 0.0526
 */
export const unusedOverhead = (unused: number): number => unused / (1 - unused);

/** The best time between fulls, in days, and the share of the data it writes a day. */
export interface BestInterval {
  readonly days: number;
  readonly perDay: number;
}

/** No plan waits longer for its next full. */
const MOST_DAYS = 36_500;

/**
 * The whole number of days between fulls with which full and differentials write least a day,
 * whatever way the change takes: linear (then about `sqrt(2F/d)`, see chain-integrity.ts), a power
 * law, or one that saturates. The mean falls until a differential is as large as the mean so far;
 * days is Infinity where that does not come about in a hundred years.
 *
 * @param share never falls with the days.
 * @param full cost of a full; 1 where it costs as much a byte as a differential
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
 * The number of increments between fulls that costs least when each makes restores longer:
 * `sqrt(2F / (restores * perIncrement))`, by the balance of a full against what a restore from
 * the middle of the chain costs. Derived, for one increment a day.
 *
 * @param full cost of a full
 * @param restores restores a day
 * @param perIncrement what one more increment adds to a restore, in the unit of `full`
 * @example bestChainLength(1, 1 / 30, 0.02) // 54.8 increments
 */
export const bestChainLength = (full: number, restores: number, perIncrement: number): number =>
  Math.sqrt((2 * full) / (restores * perIncrement));
