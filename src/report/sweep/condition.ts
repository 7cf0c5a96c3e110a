import type { Checked } from '../../problem.ts';
import { type Dimension, parse } from '../../units/dimension.ts';
import { DURATION, FRACTION, SIZE } from '../../units/dimensions.ts';
import { keepsPromises } from '../answer/advice.ts';
import { FIGURE_NAMES, FIGURES, type FigureName } from '../diff/figures.ts';
import type { StrategyResult } from '../result/result.ts';

/** What must hold of a strategy: all its promises, or a limit of one figure. */
export interface Condition {
  readonly text: string;
  /** The figure that is limited; null where all promises are asked for. */
  readonly figure: FigureName | null;
  readonly holds: (strategy: StrategyResult) => boolean;
}

const DIMENSIONS: Readonly<Partial<Record<string, Dimension<number>>>> = {
  bytes: SIZE,
  seconds: DURATION,
  share: FRACTION,
};

/**
 * Reads what must hold: `pass`, or a figure and its limit.
 *
 * @example readCondition('rto<=8h') // holds where the RTO is at most 28 800 s
 */
export function readCondition(text: string): Checked<Condition> {
  if (text.trim() === 'pass') {
    return { ok: true, value: { text: 'pass', figure: null, holds: keepsPromises } };
  }
  const [, name, sign, limit = ''] = /^\s*(\w+)\s*(<=|>=)\s*(.+?)\s*$/.exec(text) ?? [];
  const figure = FIGURE_NAMES.find((known) => known === name);
  if (!figure) return wrong(text, `write pass, or a limit such as rto<=8h; figures are ${LIST}`);
  const dimension = DIMENSIONS[FIGURES[figure].unit];
  // Money has no dimension: it is in the currency of the scenario.
  const most = dimension ? parse(dimension, limit) : number(limit);
  if (!most.ok) return wrong(text, most.hint);
  const { of } = FIGURES[figure];
  const holds = (strategy: StrategyResult): boolean => {
    const value = of(strategy);
    if (value === null) return false;
    return sign === '<=' ? value <= most.value : value >= most.value;
  };
  return { ok: true, value: { text: text.trim(), figure, holds } };
}

const LIST = FIGURE_NAMES.join(', ');

const number = (text: string): ReturnType<typeof parse> =>
  /^\d+(\.\d+)?$/.test(text)
    ? { ok: true, value: Number(text) }
    : { ok: false, message: text, hint: 'write a plain number for money, such as cost<=20000' };

const wrong = (text: string, hint: string): Checked<Condition> => ({
  ok: false,
  problems: [{ path: '', message: `--until ${text} is nothing that can be held`, hint }],
});
