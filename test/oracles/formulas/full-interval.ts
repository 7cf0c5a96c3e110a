import { uniformShare } from '../../../src/model/change.ts';

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
