import type { Figures } from '../../study/figures.ts';
import type { ObjectiveResult } from '../result/result.ts';
import type { Outcome } from './outcome.ts';

/** A promise with what it stands for: all, one workload, one disaster, what lies in one store. */
export interface PlannedPromise {
  readonly name: ObjectiveResult['name'];
  readonly limit: number;
  /** Whether the value must be at least the limit, instead of at most. */
  readonly least?: true;
  readonly workload?: number;
  readonly disaster?: number;
  readonly copy?: number;
  readonly outcome: (figures: Figures) => Outcome;
}
