import type { Bytes, Seconds } from '../../units/quantity.ts';

/** A kind of failure; `rate` is failures per second of the whole run. */
export interface FailurePlan {
  readonly name: string;
  readonly rate: number;
}

/** A storage tier for the checkpoints of a training run. */
export interface TierPlan {
  readonly name: string;
  /** Time that a save blocks the run, and of the background write after it (0 for sync saves). */
  readonly save: Seconds;
  readonly persist: Seconds;
  readonly restore: Seconds;
  /** Interval between saves; null: the interval with the least lost time. */
  readonly every: Seconds | null;
  /** Indices of the failures that its saves survive. */
  readonly survives: readonly number[];
  /** Number of saves the tier holds. */
  readonly held: number;
  /** Index of the store that takes them; null: none of the scenario. */
  readonly store: number | null;
  /** Mean time from one save that counts to the next, failures included; Infinity: there is none. */
  readonly period: Seconds;
  /** Failures per second after which a save is read back from it. */
  readonly restores: number;
}

/** A training run with each uncertain input at its mean. */
export interface TrainingPlan {
  readonly name: string;
  /** Index of the workload that holds the checkpoints. */
  readonly workload: number;
  /** Size of one checkpoint. */
  readonly checkpoint: Bytes;
  readonly accelerators: number;
  /** Price per accelerator and second; null if none is given. */
  readonly price: number | null;
  readonly currency: string;
  readonly restart: Seconds;
  readonly failures: readonly FailurePlan[];
  readonly tiers: readonly TierPlan[];
}
