import type { Bytes } from '../../units/quantity.ts';
import type { OwnObjectives } from './objectives.ts';
import type { Parameter } from './parameter.ts';

/** How writes are distributed over the data; all its values are certain. */
export type SkewPlan =
  | { readonly kind: 'uniform' }
  | { readonly kind: 'hot'; readonly hot: number; readonly takes: number }
  | { readonly kind: 'zipf'; readonly exponent: number; readonly units: number };

/** A measured history: states in chronological order. */
export interface Series {
  readonly times: readonly number[];
  readonly sizes: readonly number[];
  /** Bytes added or changed since the previous state. */
  readonly changed: readonly number[];
}

/** How much data changes: a rate per day or run, some of the files, a power law of elapsed time, or a history. */
export type ChangePlan =
  | {
      readonly kind: 'rate';
      readonly every: 'day' | 'run';
      readonly amount: Parameter;
      readonly inBytes: boolean;
      readonly skew: SkewPlan;
      /** Bytes of the units that change independently; 0: the tool sees the change as stated. */
      readonly unit: number;
    }
  | {
      readonly kind: 'files';
      readonly every: 'day' | 'run';
      readonly files: Parameter;
      readonly within: Parameter;
      readonly unit: number;
    }
  | {
      readonly kind: 'power law';
      readonly points: readonly {
        readonly after: number;
        readonly amount: Parameter;
        readonly inBytes: boolean;
      }[];
    }
  | { readonly kind: 'series'; readonly series: Series };

/** Growth: compound (`rate` a share per second, compounded each `period` seconds), or bytes/s. */
export type GrowthPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'share'; readonly rate: Parameter; readonly period: number }
  | { readonly kind: 'append'; readonly rate: Parameter };

/** Data to protect; `files` null: the number of files is `size` ÷ `fileSize`. */
export interface WorkloadPlan {
  readonly name: string;
  readonly site: number;
  readonly size: Parameter;
  readonly files: Parameter | null;
  /** Mean file size, used if `files` is null. */
  readonly fileSize: Bytes;
  readonly growth: GrowthPlan;
  readonly change: ChangePlan;
  /** Instants of scheduled rewrites, ascending, and the share of the data each rewrites. */
  readonly events: { readonly times: readonly number[]; readonly shares: readonly number[] };
  readonly compressibility: Parameter;
  readonly duplicates: Parameter;
  /** Read and write rate of the source in bytes/s; null: no limit. */
  readonly read: Parameter | null;
  readonly write: Parameter | null;
  /** Restore order after a disaster that affects several workloads; 1 is first. */
  readonly priority: number;
  readonly objectives: OwnObjectives;
}
