/**
 * What a full built by cloning blocks adds to the store. A table of ages stands in for a change
 * model here, so that results can be held against the Restore Point Simulator.
 */

/**
 * Runs' worth of change for fulls less than `days` apart.
 * Source: Restore Point Simulator (tdewin/rps, MIT, commit 4e26f73), its default method.
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
 * The share of a cloned full that is new against the point it shares blocks with. Never above 1,
 * never above a run's change for each day, never below one run's change.
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
