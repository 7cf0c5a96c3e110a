import type { Bytes } from '../../units/quantity.ts';
import type { Parameter } from './parameter.ts';

/** How writes are spread, with the parts that do not depend on chance. */
export type SkewPlan =
  | { readonly kind: 'uniform' }
  | { readonly kind: 'hot'; readonly hot: number; readonly takes: number }
  | { readonly kind: 'zipf'; readonly exponent: number; readonly units: number };

/** A measured history: states in order of time. */
export interface Series {
  readonly times: readonly number[];
  readonly sizes: readonly number[];
  /** Bytes added or changed since the state before; 0 for the first. */
  readonly changed: readonly number[];
}

/** How much differs: a day or a run, by the seconds that have passed, or as it was measured. */
export type ChangePlan =
  | {
      readonly kind: 'rate';
      readonly every: 'day' | 'run';
      readonly amount: Parameter;
      readonly inBytes: boolean;
      readonly skew: SkewPlan;
      /** Bytes of the pieces that change independently; 0: the change is what the tool sees. */
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

/** Growth: compound by a share a second over periods of seconds, or of bytes a second. */
export type GrowthPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'share'; readonly rate: Parameter; readonly period: number }
  | { readonly kind: 'append'; readonly rate: Parameter };

/** Data to protect; null for `files` takes them from `size` and `fileSize`. */
export interface WorkloadPlan {
  readonly name: string;
  readonly site: number;
  readonly size: Parameter;
  readonly files: Parameter | null;
  /** Mean bytes of a file where `files` is not given. */
  readonly fileSize: Bytes;
  readonly growth: GrowthPlan;
  readonly change: ChangePlan;
  /** Instants of scheduled rewrites, in order, and the share each rewrites. */
  readonly events: { readonly times: readonly number[]; readonly shares: readonly number[] };
  readonly compressibility: Parameter;
  readonly duplicates: Parameter;
  /** Bytes a second of the source; null does not limit. */
  readonly read: Parameter | null;
  readonly write: Parameter | null;
  /** Order in which it is restored after a disaster that took more than one; 1 is the first. */
  readonly priority: number;
}
