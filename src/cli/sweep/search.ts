import { listed } from '../../report/answer/in-words.ts';
import { objectiveLabel } from '../../report/answer/objectives.ts';
import { FIGURES } from '../../report/diff/figures.ts';
import type { Result, StrategyResult } from '../../report/result/result.ts';
import { type Ends, leastThatHelps } from '../../report/sweep/bisection.ts';
import type { Condition } from '../../report/sweep/condition.ts';
import { inTheWay } from '../../report/sweep/in-the-way.ts';
import { type Over, withUnit } from '../../report/sweep/over.ts';
import { headOf, type Sweep, sweptPoint } from '../../report/sweep/sweep.ts';
import { significant } from '../../units/dimension.ts';
import { refusal } from '../refusal.ts';
import type { Play } from './playing.ts';

/** What is searched for, and of which strategy; of any where none is named. */
interface Wanted {
  readonly condition: Condition;
  readonly only: string | undefined;
}

/** Finds the least value with which a condition holds of a strategy. */
export async function search(
  play: Play,
  { path, values }: Over,
  { condition, only }: Wanted,
): Promise<Sweep> {
  const { ends, unit } = endsOf(path, values);
  const written = (value: number): string => `${significant(value, 12)} ${unit}`.trim();
  const results = new Map<number, Result>();
  const found = await leastThatHelps(ends, async (value) => {
    const result = await play([written(value)], only);
    results.set(value, result);
    return chosenOf(result, only).some(condition.holds);
  });
  const tried = [...results].sort(([a], [b]) => a - b);
  const [, last] = tried.at(-1) as [number, Result];
  return {
    format: 'backcast/sweep/1',
    ...headOf(last),
    over: [path],
    points: tried.map(([value, result]) => sweptPoint(result, [written(value)], only)),
    search: {
      condition: condition.text,
      least: found.least === null ? null : written(found.least),
      short: found.short === null ? null : written(found.short),
      because: found.least === null ? obstacle(chosenOf(last, only), condition) : null,
    },
  };
}

const chosenOf = ({ strategies }: Result, only: string | undefined): readonly StrategyResult[] =>
  strategies.filter(({ name }) => only === undefined || name === only);

/** What stands in the way of the strategy that comes nearest. */
function obstacle(strategies: readonly StrategyResult[], { figure }: Condition): string {
  const missed = (one: StrategyResult): number => one.objectives.filter(({ met }) => !met).length;
  const [nearest] = figure
    ? [...strategies].sort((a, b) => farness(a) - farness(b))
    : [...strategies].sort((a, b) => missed(a) - missed(b));
  if (!nearest) return 'there is no strategy';
  if (figure) return inTheWay(figure, nearest);
  const broken = nearest.objectives.filter(({ met }) => !met);
  const known = broken.find(({ name }) => name === 'rto' || name === 'rpo' || name === 'fill');
  const names = listed(broken.map((one) => one.rule ?? objectiveLabel(one)));
  const cause = known ? `; ${inTheWay(known.name as 'rto' | 'rpo' | 'fill', nearest)}` : '';
  return `${nearest.name} misses ${names}${cause}`;

  function farness(one: StrategyResult): number {
    const { of, worse } = FIGURES[figure as NonNullable<typeof figure>];
    const value = of(one);
    if (value === null) return Infinity;
    return worse === 'more' ? value : -value;
  }
}

function endsOf(
  path: string,
  values: readonly string[],
): { readonly ends: Ends; readonly unit: string } {
  const [first, last] = [withUnit(values[0] ?? ''), withUnit(values.at(-1) ?? '')];
  if (!first || !last || first.unit !== last.unit || first.number >= last.number) {
    throw refusal(
      `--until searches ${path} between two numbers of one unit, the least first`,
      `write for example --over ${path}="1,100 Gbit/s"`,
    );
  }
  const whole =
    first.unit === '' && Number.isInteger(first.number) && Number.isInteger(last.number);
  return { ends: { from: first.number, to: last.number, whole }, unit: first.unit };
}
