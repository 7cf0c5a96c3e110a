import type { PlannedBackup, Series } from './series.ts';
import type { VerifyMethod } from './verify-method.ts';

/** One thing that a run does. */
export type Step = {
  readonly id: string;
  /** Steps that must be over before it, and those that must have ended well. */
  readonly after: readonly string[];
  readonly needs: readonly string[];
} & Deed;

/** What a step does; `backup`, `check`, `restore` and `verify` are measured. */
export type Deed =
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
      /** Brings a point back and compares it with what the dataset was then. */
      readonly kind: 'restore';
      readonly series: Series;
      /** Whether a later step still reads what was restored. */
      readonly stays: boolean;
    } & PlannedBackup)
  | ({
      /** Reads what was restored once more, by a method that takes time of its own. */
      readonly kind: 'verify';
      readonly series: Series;
      readonly method: VerifyMethod;
    } & PlannedBackup)
  | { readonly kind: 'remove'; readonly series: Series };

/** A step of a kind. */
export type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;

/** Whether a step is measured, rather than something that must be done for the others. */
export const isMeasured = ({ kind }: Pick<Step, 'kind'>): boolean =>
  kind === 'backup' || kind === 'check' || kind === 'restore' || kind === 'verify';
