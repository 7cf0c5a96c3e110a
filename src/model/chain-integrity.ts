/**
 * Risk of long chains and of unchecked copies. A chain is a full and its increments; each file is
 * bad with the same probability, independently. See docs/model.md, section "Chains and silent
 * damage".
 */
import { uniformShare } from './change.ts';

/**
 * Probability that all files of a chain are good: `(1 - badPiece)^pieces`. A full and n increments
 * are n + 1 files; a differential needs 2, whatever its age.
 *
 * @param badPiece probability that one file is bad, 0 to 1
 * @param pieces number of files that the restore needs
 * @example intactProbability(0.01, 30) // 0.7397
 */
export function intactProbability(badPiece: number, pieces: number): number {
  return badPiece >= 1 && pieces > 0 ? 0 : Math.exp(pieces * Math.log1p(-badPiece));
}

/**
 * Expected number of useless restore points in a chain of a full and `increments` increments. A bad
 * file spoils its own point and all later ones: sum over j of `(1-p)^j * p * (n - j + 1)`.
 *
 * @param badPiece probability that one file is bad, 0 to 1
 * @param increments increments after the full
 * @example expectedPointsLost(0.01, 29) // 4.23034
 */
export function expectedPointsLost(badPiece: number, increments: number): number {
  let lost = 0;
  let goodSoFar = 1;
  for (let left = increments + 1; left > 0; left -= 1) {
    lost += goodSoFar * badPiece * left;
    goodSoFar *= 1 - badPiece;
  }
  return lost;
}

/**
 * The same, given that at least one file of the chain is bad. As the probability goes to 0, each
 * file is equally likely to be the bad one, and half the chain is lost: `(increments + 2) / 2`.
 *
 * @param badPiece probability that one file is bad, 0 to 1
 * @param increments increments after the full
 * @example expectedPointsLostIfBroken(0.01, 6) // 4.0402
 */
export function expectedPointsLostIfBroken(badPiece: number, increments: number): number {
  if (badPiece === 0) return (increments + 2) / 2;
  return expectedPointsLost(badPiece, increments) / uniformShare(badPiece, increments + 1);
}

/**
 * Probability that a copy is silently bad at a random moment, if it is checked (and repaired) at
 * regular intervals: `q = 1 - (1 - exp(-x)) / x` with `x = errors a year * interval`, about x / 2.
 * For `copies` independent copies that are all bad at once: `q^copies`. This is too optimistic for
 * copies that share a cause of faults.
 *
 * @param latentErrorsPerYear latent errors of one copy in a year
 * @param intervalYears years between two checks
 * @param copies number of independent copies, default 1
 * @example silentlyBad(0.01, 1) // 0.00498337
 */
export function silentlyBad(
  latentErrorsPerYear: number,
  intervalYears: number,
  copies = 1,
): number {
  const x = latentErrorsPerYear * intervalYears;
  return shareOfIntervalBad(x) ** copies;
}

/** Below this, the plain form loses digits; the series is exact to double precision up to here. */
const SERIES_BELOW = 0.01;

function shareOfIntervalBad(x: number): number {
  if (x >= SERIES_BELOW) return 1 + Math.expm1(-x) / x;
  return (x / 2) * (1 - (x / 3) * (1 - (x / 4) * (1 - (x / 5) * (1 - x / 6))));
}

/**
 * Days between fulls with the least bytes written, if each differential grows by `changedPerDay` a
 * day: `T* = sqrt(2 * fullCost / changedPerDay)`. If differentials saturate, the best interval is
 * longer. Infinite if nothing changes.
 *
 * @param changedPerDay daily growth of the differential, in the unit of `fullCost`
 * @param fullCost cost of a full; 1 if change is a share of the full
 * @example cheapestFullInterval(0.02, 1) // 10 days
 */
export function cheapestFullInterval(changedPerDay: number, fullCost: number): number {
  return Math.sqrt((2 * fullCost) / changedPerDay);
}
