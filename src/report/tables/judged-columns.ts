import { objectiveLabel } from '../answer/objectives.ts';
import { none, verdict } from '../result/figure.ts';
import type { ObjectiveResult, StrategyResult } from '../result/result.ts';
import { scaleOf } from '../result/scale.ts';
import { words } from './column.ts';
import { UNITS, WITHOUT_VALUE } from './objectives.ts';
import type { Column } from './table.ts';

/**
 * One column for each promise that is judged: the very figure that is judged, in one unit for all
 * strategies, with pass or fail. Schedules and rules stand there only where a strategy breaks them.
 */
export function judgedColumns(
  strategies: readonly StrategyResult[],
): readonly Column<StrategyResult>[] {
  const byLabel = new Map<string, ObjectiveResult[]>();
  for (const { objectives } of strategies) {
    for (const objective of objectives) {
      const label = objectiveLabel(objective);
      byLabel.set(label, [...(byLabel.get(label) ?? []), objective]);
    }
  }
  return [...byLabel].flatMap(([label, [first, ...rest]]) => {
    if (!first || first.name === 'rule') return [];
    if (first.name === 'schedule' && [first, ...rest].every(({ met }) => met)) return [];
    return [columnOf(label, first, rest)];
  });
}

function columnOf(
  label: string,
  first: ObjectiveResult,
  rest: readonly ObjectiveResult[],
): Column<StrategyResult> {
  const figures = [first, ...rest].map(({ value }) => value?.p50 ?? 0);
  const scale = scaleOf(UNITS[first.name], [first.limit, ...figures]);
  const shown = (value: number): string => {
    const { number, unit } = scale(value);
    return `${number} ${unit}`.trim();
  };
  const bound = LEAST.includes(first.name) ? 'at least' : 'at most';
  const heading = `${label.replace(/^rpo/, 'RPO').replace(/^rto/, 'RTO')}, ${bound} ${shown(first.limit)}`;
  return words(`judged_${label.replaceAll(' ', '_')}`, heading, ({ objectives }) => {
    const own = objectives.find((objective) => objectiveLabel(objective) === label);
    if (!own) return none('not judged');
    const value = own.value ? shown(own.value.p50) : WITHOUT_VALUE[own.name];
    if (own.undecided !== undefined) return verdict(false, `at least ${value}: ${own.undecided}`);
    return verdict(own.met, `${value} ${own.met ? 'PASS' : 'FAIL'}`);
  });
}

/** Promises of a share that must be reached; all others are limits. */
const LEAST: readonly ObjectiveResult['name'][] = ['schedule', 'window'];
