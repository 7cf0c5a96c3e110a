/**
 * Probability that all files of a chain are good: `(1 - badPiece)^pieces`. A full and n increments
 * are n + 1 files; a differential needs 2, whatever its age.
 *
 * @param badPiece probability that one file is bad, 0 to 1
 * @param pieces number of files that the restore needs
 * @example intactProbability(0.01, 30) // 0.7397
 */
export function intactProbability(badPiece: number, pieces: number): number {
  if (pieces === 0) return 1;
  return badPiece >= 1 ? 0 : Math.exp(pieces * Math.log1p(-badPiece));
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
