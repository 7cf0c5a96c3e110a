import { meetsAll } from '../answer/advice.ts';
import { objectiveLabel } from '../answer/objectives.ts';
import { FIGURE_NAMES, FIGURES, type FigureName } from '../diff/figures.ts';
import type { Result, StrategyResult } from '../result/result.ts';

/** What one strategy came to at one place of a sweep, figures in base units. */
export interface SweptStrategy {
  readonly strategy: string;
  readonly figures: Readonly<Record<FigureName, number | null>>;
  /** Promises that it breaks. */
  readonly misses: readonly string[];
}

/** The answer with one value for each input that is swept. */
export interface SweptPoint {
  readonly values: readonly string[];
  /** The recommended strategy; null where none is. */
  readonly take: string | null;
  readonly strategies: readonly SweptStrategy[];
}

/** What was searched for, and what was found. */
export interface Search {
  readonly condition: string;
  /** The least value that helps, as a file would have it; null where none does. */
  readonly least: string | null;
  /** The largest value that was tried and does not help; null where all do. */
  readonly short: string | null;
  /** What stands in the way where no value helps; null where one does. */
  readonly because: string | null;
}

/** The answers over one or two inputs; the contract of `sweep --json`. */
export interface Sweep {
  readonly format: 'backcast/sweep/1';
  readonly scenario: string;
  readonly currency: string;
  readonly over: readonly string[];
  readonly points: readonly SweptPoint[];
  /** Null where nothing is searched for. */
  readonly search: Search | null;
}

/** What a sweep is called, and the currency of its costs. */
export const headOf = ({ scenario, strategies }: Result): Pick<Sweep, 'scenario' | 'currency'> => ({
  scenario: scenario.name,
  currency: strategies.find(({ cost }) => cost)?.cost?.currency ?? '',
});

/**
 * Picks from an answer what a sweep tells of it.
 *
 * @param only the strategy that alone is asked for.
 */
export const sweptPoint = (
  { advice, strategies }: Result,
  values: readonly string[],
  only?: string,
): SweptPoint => ({
  values,
  take: advice.take,
  strategies: strategies
    .filter(({ name }) => only === undefined || name === only)
    .map((strategy) => ({
      strategy: strategy.name,
      figures: figuresBy(strategy),
      misses: missedBy(strategy),
    })),
});

function figuresBy(strategy: StrategyResult): SweptStrategy['figures'] {
  const pairs = FIGURE_NAMES.map((name) => [name, FIGURES[name].of(strategy)]);
  return Object.fromEntries(pairs) as SweptStrategy['figures'];
}

function missedBy(strategy: StrategyResult): readonly string[] {
  const missed = strategy.objectives.filter(({ met }) => !met);
  if (missed.length === 0 && !meetsAll(strategy)) return ['a promise'];
  return missed.map((one) => one.rule ?? objectiveLabel(one));
}
