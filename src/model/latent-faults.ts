/**
 * Damage that nobody sees until data is read, and what reading finds of it. See docs/model.md,
 * section "Durability"; `silentlyBad` of chain-integrity.ts gives the same for one copy.
 */
import { uniformShare } from './change.ts';

/** Two copies of data. All times in the same unit, such as hours. */
export interface MirroredFaults {
  /** mean time to a latent fault of one copy */
  readonly latent: number;
  /** mean time to a fault that is seen at once; infinite where not given */
  readonly visible?: number;
  /** mean time until a latent fault is seen: half the time between two checks, or more */
  readonly detection: number;
  /** mean times to repair either; 0 where not given */
  readonly latentRepair?: number;
  readonly visibleRepair?: number;
  /** how much likelier a fault is while the other copy has one: 1 independent, 0.1 ten times */
  readonly correlation: number;
}

/**
 * Mean time until both copies are bad, in the unit of the times given. A fault opens a window in
 * which the other copy must not fail. With latent faults alone and a short window this is
 * `correlation * latent^2 / (detection + latentRepair)`. Source: Baker et al., A fresh look at the
 * reliability of long-term digital storage, arXiv cs/0508130; recalled, not checked.
 *
 * @example
 * meanTimeToDataLoss({ latent: 2.8e5, detection: 1460, latentRepair: 1 / 3, correlation: 1 }) / 8760
 * // 6129 years, all times in hours
 */
export function meanTimeToDataLoss(faults: MirroredFaults): number {
  const { latent, detection, correlation } = faults;
  const { visible = Number.POSITIVE_INFINITY, latentRepair = 0, visibleRepair = 0 } = faults;
  const rate = 1 / latent + 1 / visible;
  // In a window that never ends the other copy is sure to fail.
  const second = (window: number): number => Math.min(1, (window * rate) / correlation);
  return 1 / (second(detection + latentRepair) / latent + second(visibleRepair) / visible);
}

/**
 * The chance of a loss within a mission, when losses come at random: `1 - exp(-mission / mttdl)`.
 *
 * @param mission, meanTime in the same unit
 * @example lossWithin(50, 6130) // 0.00812
 */
export function lossWithin(mission: number, meanTime: number): number {
  return -Math.expm1(-mission / meanTime);
}

/**
 * The share of things that were looked at after so many runs that each take a random part:
 * `1 - (1 - part)^runs`.
 *
 * @param part share that one run looks at, 0 to 1
 * @example randomCoverage(0.01, 365) // 0.974
 */
export function randomCoverage(part: number, runs: number): number {
  return uniformShare(part, runs);
}

/**
 * The same when each run goes on where the one before ended: `part * runs`, at most everything.
 *
 * @example cyclicCoverage(0.01, 100) // 1
 */
export function cyclicCoverage(part: number, runs: number): number {
  return Math.min(1, part * runs);
}

/**
 * Runs until random parts have covered a share of everything: `ln(1 - share) / ln(1 - part)`,
 * rounded up. Infinite for all of it.
 *
 * @example runsToCover(0.99, 0.01) // 459, 458.2 before rounding
 */
export function runsToCover(share: number, part: number): number {
  return Math.ceil(Math.log1p(-share) / Math.log1p(-part));
}

/**
 * The chance of at least one uncorrectable error when bytes are read: `1 - exp(-8 * bytes * rate)`,
 * before RAID or erasure coding mend it.
 *
 * @param errorsPerBit uncorrectable errors in a bit that is read
 * @example readErrorProbability(10e12, 1e-14) // 0.551
 */
export function readErrorProbability(bytes: number, errorsPerBit: number): number {
  return -Math.expm1(-8 * bytes * errorsPerBit);
}
