import { RETENTION_KINDS, type RetentionKind } from './retention.ts';
import type { PlannedBackup, Series } from './series.ts';
import type { VerifyMethod } from './verify-method.ts';

/** A step of a run. */
export type Step = {
  readonly id: string;
  /** Ids of steps that must have ended before it, and of those that must have succeeded. */
  readonly after: readonly string[];
  readonly needs: readonly string[];
} & Action;

/** How much of a point is restored. */
export type RestorePart = 'all' | 'one file';

/** The action of a step; see `isMeasured`. */
export type Action =
  | {
      /** Makes a dataset, or changes it into its next generation. */
      readonly kind: 'dataset';
      readonly dataset: string;
      readonly repetition: number;
      readonly generation: number;
    }
  | { readonly kind: 'init'; readonly series: Series }
  | ({ readonly kind: 'backup'; readonly series: Series } & PlannedBackup)
  | { readonly kind: 'check'; readonly series: Series }
  | ({
      /** Restores a point and compares it with its generation of the dataset. */
      readonly kind: 'restore';
      readonly series: Series;
      readonly part: RestorePart;
      /** Whether a later step still reads the restored tree. */
      readonly stays: boolean;
    } & PlannedBackup)
  | ({
      /** Reads a restored tree again; timed. */
      readonly kind: 'verify';
      readonly series: Series;
      readonly method: VerifyMethod;
    } & PlannedBackup)
  | {
      /** Lets go of old points, in the words of the tool. */
      readonly kind: RetentionKind;
      readonly series: Series;
      /** How many of the newest points stay. */
      readonly keep: number;
    }
  | { readonly kind: 'remove'; readonly series: Series };

/** A step of one kind. */
export type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;

/** Kinds of steps that are measured, in the order in which tables give them. */
export const MEASURED_KINDS: readonly Step['kind'][] = [
  ...(['backup', 'check', 'restore', 'verify'] as const),
  ...RETENTION_KINDS,
];

/** Whether a step is measured; the others only prepare or clean up. */
export const isMeasured = ({ kind }: Pick<Step, 'kind'>): boolean => MEASURED_KINDS.includes(kind);
