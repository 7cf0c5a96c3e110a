/**
 * Latent faults: damage that stays unnoticed until data is read, and how much of it reads detect.
 * See docs/model.md, section "Durability"; `silentlyBad` of chain-integrity.ts is the same for one
 * copy.
 */
import { uniformShare } from '../../../src/model/change.ts';

/** A mirror of two copies. All times in the same unit, such as hours. */
export interface MirroredFaults {
  /** mean time to a latent fault of one copy */
  readonly latent: number;
  /** mean time to a visible fault of one copy; infinite if omitted */
  readonly visible?: number;
  /** mean time until a latent fault is detected: half the time between two checks, or more */
  readonly detection: number;
  /** mean times to repair a latent and a visible fault; default 0 */
  readonly latentRepair?: number;
  readonly visibleRepair?: number;
  /**
   * correlation factor: 1 for independent copies; 0.1 if a fault is ten times as likely while the
   * other copy has one
   */
  readonly correlation: number;
}

/**
 * Mean time to data loss, which is until both copies are bad, in the unit of the input. A fault
 * opens a window in which a fault of the other copy loses the data. With latent faults only and a
 * short window this is `correlation * latent^2 / (detection + latentRepair)`. Source: Baker et al.,
 * A fresh look at the reliability of long-term digital storage, arXiv cs/0508130; recalled, not
 * checked.
 *
 * @example
 * meanTimeToDataLoss({ latent: 2.8e5, detection: 1460, latentRepair: 1 / 3, correlation: 1 }) / 8760
 * // 6129 years, all times in hours
 */
export function meanTimeToDataLoss(faults: MirroredFaults): number {
  const { latent, detection, correlation } = faults;
  const { visible = Number.POSITIVE_INFINITY, latentRepair = 0, visibleRepair = 0 } = faults;
  const rate = 1 / latent + 1 / visible;
  // In an infinite window the other copy certainly fails.
  const second = (window: number): number => Math.min(1, (window * rate) / correlation);
  return 1 / (second(detection + latentRepair) / latent + second(visibleRepair) / visible);
}

/**
 * Probability of a loss within a mission, if losses are a Poisson process: `1 - exp(-mission /
 * mttdl)`.
 *
 * @param mission, meanTime both in the same unit
 * @example lossWithin(50, 6130) // 0.00812
 */
export function lossWithin(mission: number, meanTime: number): number {
  return -Math.expm1(-mission / meanTime);
}

/**
 * Share of the data that is checked at least once in several runs, each over a random part: `1 - (1
 * - part)^runs`.
 *
 * @param part share that one run checks, 0 to 1
 * @example randomCoverage(0.01, 365) // 0.974
 */
export function randomCoverage(part: number, runs: number): number {
  return uniformShare(part, runs);
}

/**
 * The same if each run continues where the previous one ended: `part * runs`, at most 1.
 *
 * @example cyclicCoverage(0.01, 100) // 1
 */
export function cyclicCoverage(part: number, runs: number): number {
  return Math.min(1, part * runs);
}

/**
 * Number of runs until random parts cover a share of the data: `ln(1 - share) / ln(1 - part)`,
 * rounded up. Infinite for a share of 1.
 *
 * @example runsToCover(0.99, 0.01) // 459, 458.2 before rounding
 */
export function runsToCover(share: number, part: number): number {
  return Math.ceil(Math.log1p(-share) / Math.log1p(-part));
}

/**
 * Probability of at least one uncorrectable error when bytes are read: `1 - exp(-8 * bytes *
 * rate)`, before RAID or erasure coding corrects it.
 *
 * @param errorsPerBit uncorrectable errors per bit read
 * @example readErrorProbability(10e12, 1e-14) // 0.551
 */
export function readErrorProbability(bytes: number, errorsPerBit: number): number {
  return -Math.expm1(-8 * bytes * errorsPerBit);
}
