import { visible } from '../../../problem.ts';
import { inWords } from '../../answer/in-words.ts';
import type { Clock } from '../../result/clock.ts';
import { inOrder } from '../../result/order.ts';
import type { Result, StrategyResult } from '../../result/result.ts';
import { brieflyBeside } from '../besides.ts';
import { briefComparison } from '../compare.ts';
import { purchasesTable } from '../money/purchases.ts';
import { openingOf } from '../opening.ts';
import type { Table } from '../table.ts';
import { trainingTables } from '../training.ts';
import { askedOf } from './asked.ts';
import { breaksOf } from './breaks.ts';

/**
 * The answer on one screen.
 *
 * @property asked what was asked, in sentences.
 * @property advice what to take, or that there is nothing to take.
 * @property beside what that costs more and what it hangs on.
 * @property good whether the advice comes without a but.
 * @property breaks what each of the others breaks first.
 * @property tables what training runs lose, and what must be bought when for the strategy to take;
 *   without rows where there is nothing to tell.
 * @property further where to look for the rest.
 * @property verdict the answer once more, in one line.
 */
export interface Brief {
  readonly title: string;
  readonly asked: readonly string[];
  readonly advice: string;
  readonly why: string;
  readonly joint: string;
  readonly beside: readonly string[];
  readonly good: boolean;
  readonly comparison: Table;
  readonly breaks: readonly string[];
  readonly tables: readonly Table[];
  readonly warnings: readonly string[];
  readonly further: readonly string[];
  readonly verdict: string;
}

/** So many rows of a table are told. */
const MOST_ROWS = 8;

/**
 * Picks from a result what belongs on one screen.
 *
 * @param only the strategy that alone is asked for.
 */
export function briefOf(result: Result, clock: Clock, only?: string): Brief {
  const { title, advice, why, joint, good } = openingOf(result, clock);
  const strategies = inOrder(result).filter(({ name }) => only === undefined || name === only);
  const chosen =
    strategies.find(({ name }) => name === result.advice.take) ?? nearestOf(strategies);
  return {
    title,
    asked: askedOf(result, clock),
    advice,
    why,
    joint,
    beside: brieflyBeside(result).map((line) => visible(line, 2000)),
    good,
    comparison: briefComparison(strategies),
    breaks: breaksOf({ ...result, strategies: [...strategies] }),
    tables: [
      ...trainingTables(result).slice(0, 1),
      ...(chosen
        ? [{ ...purchasesTable(chosen), title: `What to buy: ${visible(chosen.name)}` }]
        : []),
    ].map(someOf),
    warnings: result.warnings.map((line) => visible(line, 2000)),
    further: furtherOf(result),
    verdict: verdictOf(result, advice, why),
  };
}

/** The strategy that breaks the fewest promises, the first of them. */
const nearestOf = (strategies: readonly StrategyResult[]): StrategyResult | undefined =>
  strategies.reduce<StrategyResult | undefined>(
    (best, one) => (best && missedBy(best) <= missedBy(one) ? best : one),
    undefined,
  );

const missedBy = ({ objectives }: StrategyResult): number =>
  objectives.filter(({ met }) => !met).length;

function someOf(table: Table): Table {
  const left = table.rows.length - MOST_ROWS;
  if (left <= 0) return table;
  const notes = [`${left} more: --details ${table.key}`];
  return { ...table, rows: table.rows.slice(0, MOST_ROWS), notes };
}

const furtherOf = ({ defaults }: Result): readonly string[] => [
  `More: --details (everything), --details jobs,stores (parts of it), --strategy NAME, --format html`,
  ...(defaults.length > 0
    ? [`${defaults.length} values were not given: --details defaults lists them with their sources`]
    : []),
];

function verdictOf({ advice: { take }, strategies }: Result, advice: string, why: string): string {
  const taken = strategies.find(({ name }) => name === take);
  return taken ? [advice, ...figuresOf(taken)].join(', ') : `${advice}: ${why}`;
}

function figuresOf({ cost, stored }: StrategyResult): string[] {
  const least = cost?.complete === false ? 'at least ' : '';
  return [
    ...(cost ? [`${least}${inWords('money', cost.total.p50)} ${cost.currency} a year`] : []),
    `${inWords('bytes', stored.peak.p50)} at the peak`,
  ];
}
