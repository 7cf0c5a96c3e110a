/**
 * Bytes that a full built by block cloning adds to the store. A table by age replaces a change
 * model here, so that results can be compared with the Restore Point Simulator.
 */

/**
 * New share of a full that is less than `days` apart from its base, in multiples of the change of
 * one run.
 */
const AGES: readonly { readonly days: number; readonly runs: number }[] = [
  { days: 2, runs: 1 },
  { days: 14, runs: 3 },
  { days: 38, runs: 5 },
  { days: 100, runs: 9 },
  { days: 193, runs: 12 },
  { days: 286, runs: 15 },
  { days: 379, runs: 18 },
];

/**
 * Share of a cloned full that differs from the point it shares blocks with. At most 1, at most the
 * change of one run for each day, and at least the change of one run.
 *
 * @param days whole days between the two points
 * @param changePerRun share that changes between two runs, 0 to 1
 * @example newShare(7, 0.1) // 0.3
 */
export function newShare(days: number, changePerRun: number): number {
  const age = AGES.find((entry) => days < entry.days);
  const byAge = age === undefined ? 1 : Math.min(1, age.runs * changePerRun);
  return Math.max(changePerRun, Math.min(byAge, Math.max(1, days) * changePerRun));
}
