/**
 * Probabilities of drive failures. Failures are independent. See docs/model.md, section
 * "Durability".
 */

/** Failure rates are given in FIT: failures in 10^9 hours. */
const FIT_SECONDS = 1e9 * 3600;

/**
 * Probability that at least one of several drives fails within a time: `1 - exp(-n * FIT * t)`.
 *
 * @param fit failures of one drive in 10^9 hours
 * @param seconds the time
 * @param drives number of drives, default 1
 * @example failureProbability(826, 8766 * 3600) // 0.00721457
 */
export function failureProbability(fit: number, seconds: number, drives = 1): number {
  return -Math.expm1((-drives * fit * seconds) / FIT_SECONDS);
}

/** A mirror: several drives that hold the same data. */
export interface Mirror {
  readonly drives: number;
  /** failures of one drive in 10^9 hours */
  readonly fit: number;
  /** seconds over which the loss probability is computed */
  readonly mission: number;
  /** seconds until a failed drive is replaced and rebuilt */
  readonly rebuild: number;
}

/**
 * Probability that a mirror loses its data within the mission: one of n drives fails within it;
 * then, each time within a rebuild, one of the n - 1 drives left, and so on to the last. Source:
 * the model of ceph-tools (models/reliability, 2015), without read errors during rebuilds.
 *
 * @example
 * mirrorLoss({ drives: 2, fit: 826, mission: 8766 * 3600, rebuild: 61_600 }) // 2.03201e-7
 */
export function mirrorLoss({ drives, fit, mission, rebuild }: Mirror): number {
  let loss = failureProbability(fit, mission, drives);
  for (let left = drives - 1; left > 0; left -= 1) loss *= failureProbability(fit, rebuild, left);
  return loss;
}
