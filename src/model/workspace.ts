/**
 * Recommended free space of a repository for merges and rebuilt fulls: a rule of thumb of the
 * Restore Point Simulator, in slices with falling shares. Reports show it next to the transient
 * peak that the simulation computes.
 */

const TIB = 2 ** 40;

/**
 * Slices of the source: upper bound in bytes, and the share that applies. Source: Restore Point
 * Simulator (tdewin/rps, MIT, commit 4e26f73).
 */
const SLICES: readonly { readonly upTo: number; readonly share: number }[] = [
  { upTo: 10 * TIB, share: 1.05 },
  { upTo: 20 * TIB, share: 0.66 },
  { upTo: 100 * TIB, share: 0.4 },
  { upTo: 500 * TIB, share: 0.25 },
  { upTo: Number.POSITIVE_INFINITY, share: 0.1 },
];

/**
 * Work space in bytes: 105 % of the first 10 TiB of the source, 66 % of the next 10, 40 % of the
 * next 80, 25 % of the next 400 and 10 % of the rest, times the share left after reduction.
 *
 * @param sourceSize bytes of the source
 * @param left share of the bytes left after reduction; 0.5 for a ratio of 2
 * @example workspace(1000 * 2 ** 30, 0.5) // 525 GiB
 */
export function workspace(sourceSize: number, left: number): number {
  let bytes = 0;
  let below = 0;
  for (const { upTo, share } of SLICES) {
    if (sourceSize <= below) break;
    bytes += Math.max(0, Math.min(sourceSize, upTo) - below) * share;
    below = upTo;
  }
  return bytes * left;
}

/**
 * Work space of a replica in bytes: the same slices, applied to the change of three runs (at most
 * the whole source), without reduction.
 *
 * @param sourceSize bytes of the source
 * @param changePerRun share that changes between two runs
 * @example replicaWorkspace(1000 * 2 ** 30, 0.1) // 315 GiB
 */
export function replicaWorkspace(sourceSize: number, changePerRun: number): number {
  return workspace(sourceSize * Math.min(1, 3 * changePerRun), 1);
}
