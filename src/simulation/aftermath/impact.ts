import type { Gap } from './gap.ts';
import type { PassedOver, Restore } from './passed-over.ts';
import type { Spread } from './stretches.ts';

/** Impact of one disaster on one workload, over all instants at which it may come. */
export interface Impact {
  readonly disaster: number;
  readonly workload: number;
  /** Stores with copies that survive, at least their locked points. */
  readonly survivors: readonly number[];
  /** Share of the time, from the first usable point on, in which no good point survives. */
  readonly unprotected: number;
  /** The same share from when on all copies that survive are seeded: that is judged. */
  readonly bare: number;
  /** Longest gap of the surviving copy with the shortest one: the RPO to be judged. */
  readonly gap: Gap;
  /** Where that is longer than was promised: the other copies. */
  readonly longerGaps: readonly PassedOver[];
  /** Seconds of lost work, and seconds until work resumes; null if no point ever survives. */
  readonly loss: Spread | null;
  readonly seconds: Spread | null;
  /** The restore that takes longest once they are seeded; null if no point ever survives. */
  readonly longest: Restore | null;
  /** Index of the protection that every restore is from; -1: there are several, or none. */
  readonly only: number;
  /** Where it takes longer than was promised: the other copies. */
  readonly passedOver: readonly PassedOver[];
  /** Mean of each term in seconds, in the order of RECOVERY_TERMS. */
  readonly terms: Float64Array;
  /**
   * Seconds of these in which media are on their way and objects are thawed, at least: they are asked for
   * at once, and come while other workloads are restored.
   */
  readonly fetching: number;
  /** Mean stored bytes that the restore reads. */
  readonly bytesRead: number;
  /** By object store: the same by class in which the bytes lie, and those that leave its site. */
  readonly fromClasses: readonly Float64Array[];
  readonly leaving: Float64Array;
  /** Probability that the newest chain of every surviving copy is unreadable. */
  readonly unreadable: number;
  /**
   * Source bytes of the workload, and bytes that change per second, in the middle of the horizon.
   */
  readonly size: number;
  readonly changing: number;
  /** Whether nothing limits how fast any surviving copy comes back: then nobody knows how long it takes. */
  readonly unlimited: boolean;
  /** Whether work resumes on a replica, without a restore. */
  readonly byReplica: boolean;
  /** Whether a log that survives brings any point up to the same moment. */
  readonly byLog: boolean;
  /** Whether the source data are destroyed; the loss of a store destroys only copies. */
  readonly takesData: boolean;
}

/** Share of the time that is rounding. */
const ROUNDING = 1e-9;

/** Whether there is something to restore at every instant, once all that survives is seeded. */
export const isWhole = ({ longest, bare }: Impact): boolean => longest !== null && bare <= ROUNDING;

/** Impacts are changed in place, so that all have the same object layout. */
export type Writable<T> = { -readonly [field in keyof T]: T[field] };
