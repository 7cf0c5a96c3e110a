/** How likely drives fail. Failures are independent. See docs/model.md, section "Durability". */

/** A rate of failures is given in FIT: failures in 10^9 hours. */
const FIT_SECONDS = 1e9 * 3600;

/**
 * The chance that the first of so many drives fails within a time: `1 - exp(-n * FIT * t)`.
 *
 * @param fit failures of one drive in 10^9 hours
 * @param seconds the time
 * @param drives drives that may fail, 1 where not given
 * @example failureProbability(826, 8766 * 3600) // 0.00721457
 */
export function failureProbability(fit: number, seconds: number, drives = 1): number {
  return -Math.expm1((-drives * fit * seconds) / FIT_SECONDS);
}

/** Drives that hold the same. */
export interface Mirror {
  readonly drives: number;
  /** failures of one drive in 10^9 hours */
  readonly fit: number;
  /** seconds for which the loss is asked */
  readonly mission: number;
  /** seconds until a failed drive is replaced and the copy on it is whole again */
  readonly rebuild: number;
}

/**
 * The chance that a mirror loses its data within the mission: one of n drives fails within it, and
 * then, within the time of a rebuild each, one of the n - 1 left, and so on to the last. Source: the
 * model of ceph-tools (models/reliability, 2015), without read errors in a rebuild.
 *
 * @example
 * mirrorLoss({ drives: 2, fit: 826, mission: 8766 * 3600, rebuild: 61_600 }) // 2.03201e-7
 */
export function mirrorLoss({ drives, fit, mission, rebuild }: Mirror): number {
  let loss = failureProbability(fit, mission, drives);
  for (let left = drives - 1; left > 0; left -= 1) loss *= failureProbability(fit, rebuild, left);
  return loss;
}
