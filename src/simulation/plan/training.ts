import type { Bytes, Seconds } from '../../units/quantity.ts';

/** A kind of failure, in failures a second of the whole run. */
export interface FailurePlan {
  readonly name: string;
  readonly rate: number;
}

/** A place for the saves of a training run. */
export interface TierPlan {
  readonly name: string;
  /** How long a save holds up the run, and how long it is still being written after that. */
  readonly save: Seconds;
  readonly persist: Seconds;
  readonly restore: Seconds;
  /** Between saves; null takes what loses least. */
  readonly every: Seconds | null;
  /** Indices of the failures after which its copies are still there. */
  readonly survives: readonly number[];
  /** Saves that it holds. */
  readonly held: number;
}

/** A training run, each uncertain input at its mean. */
export interface TrainingPlan {
  readonly name: string;
  /** Index of the workload that is saved. */
  readonly workload: number;
  readonly checkpoint: Bytes;
  readonly accelerators: number;
  /** Of an accelerator a second; null where none is given. */
  readonly price: number | null;
  readonly currency: string;
  readonly restart: Seconds;
  readonly failures: readonly FailurePlan[];
  readonly tiers: readonly TierPlan[];
}
