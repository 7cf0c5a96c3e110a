import type { Unit } from '../result/figure.ts';
import type { FigureName } from './figures.ts';

/** What was simulated, and what came of it in a word. */
interface Side {
  readonly scenario: string;
  readonly hash: string;
  readonly seed: number;
  readonly trials: number;
  /** The recommended strategy; null where none is. */
  readonly take: string | null;
}

/** One field that differs; null where it is not given. */
export interface ChangedInput {
  readonly path: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** One promise that turned: whether it was and is met, null where it is not judged. */
export interface Turned {
  readonly strategy: string;
  readonly promise: string;
  readonly old: boolean | null;
  readonly new: boolean | null;
}

/** One answer that moved, in base units; null where there is no figure. */
export interface Moved {
  readonly strategy: string;
  readonly figure: FigureName;
  readonly unit: Unit;
  readonly old: number | null;
  readonly new: number | null;
  /** new ÷ old − 1; null where that says nothing. */
  readonly change: number | null;
}

/**
 * What differs between two answers; the contract of `diff --json`.
 *
 * @property inputs fields that differ; null where a result was given, which does not hold its inputs.
 * @property added strategies that only the new one has.
 * @property removed strategies that only the old one has.
 * @property verdicts promises that turned, of the strategies that both have.
 * @property figures answers that moved, of the same, the largest change first.
 */
export interface Diff {
  readonly format: 'backcast/diff/1';
  readonly old: Side;
  readonly new: Side;
  readonly inputs: readonly ChangedInput[] | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly verdicts: readonly Turned[];
  readonly figures: readonly Moved[];
}
