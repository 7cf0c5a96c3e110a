import { visible } from '../../problem.ts';
import { inWords } from '../answer/in-words.ts';
import { objectiveLabel } from '../answer/objectives.ts';
import { none, verdict } from '../result/figure.ts';
import type { ObjectiveResult, StrategyResult } from '../result/result.ts';
import { scaleOf } from '../result/scale.ts';
import { causeOf } from './broken-by.ts';
import { words } from './column.ts';
import { UNITS, WITHOUT_VALUE } from './objectives.ts';
import type { Column } from './table.ts';

/**
 * How promises are shown.
 *
 * @property currency of costs; empty where nothing has a price.
 * @property brief in few words, and without the cause of what is broken.
 */
interface Judging {
  readonly currency: string;
  readonly brief?: boolean;
}

/** Why there is no figure, where words are few. */
const IN_BRIEF: Readonly<Partial<Record<ObjectiveResult['name'], string>>> = {
  rpo: 'none left',
  rto: 'none left',
  window: 'no job',
  fill: 'no limit',
};

/**
 * One column for each promise that is judged: the very figure that is judged, in one unit for all
 * strategies, with pass or fail. Schedules and rules stand there only where a strategy breaks them.
 */
export function judgedColumns(
  strategies: readonly StrategyResult[],
  { currency, brief = false }: Judging,
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
    return [columnOf(label, first, { currency, brief })];
  });
}

function columnOf(
  label: string,
  first: ObjectiveResult,
  { currency, brief }: Required<Judging>,
): Column<StrategyResult> {
  // Of the limit alone, so that it reads the same whatever came of it.
  const scale = scaleOf(UNITS[first.name], [first.limit]);
  const shown = (value: number): string => {
    const { number, unit } = scale(value);
    return `${number} ${unit}`.trim();
  };
  const bound = LEAST.includes(first.name) ? 'at least' : 'at most';
  const unit = first.name === 'cost' ? `${currency && ` ${currency}`} a year` : '';
  const what = visible(label).replace(/^rpo/, 'RPO').replace(/^rto/, 'RTO');
  const heading = `${what}, ${bound} ${shown(first.limit)}${unit}`;
  return words(`judged_${label.replaceAll(' ', '_')}`, heading, ({ objectives, workloads }) => {
    const own = objectives.find((objective) => objectiveLabel(objective) === label);
    if (!own) return none('not judged');
    const missing = (brief && IN_BRIEF[own.name]) || WITHOUT_VALUE[own.name];
    const value = own.value ? shown(own.value.p50) : missing;
    if (own.undecided !== undefined) {
      const known = own.value ? `at least ${value}` : missing;
      return brief
        ? verdict(false, known, ['undecided'])
        : verdict(false, `${known}: ${own.undecided}`);
    }
    const beside = [...howSure(own), ...(brief ? [] : because(own, workloads.length > 1))];
    return verdict(own.met, `${value} ${own.met ? 'PASS' : 'FAIL'}`, beside);
  });
}

/** In how many of the trials it is met, where that is neither all nor none. */
const howSure = ({ share, probability }: ObjectiveResult): string[] =>
  probability && share > 0 && share < 1 ? [`in ${inWords('share', share)} of the trials`] : [];

/** The cause of a broken promise, where it says more than that nothing is left. */
function because(objective: ObjectiveResult, isOneOfSeveral: boolean): string[] {
  const { at, met, value, workload } = objective;
  if (met) return [];
  return [
    ...(value === null ? [] : causeOf(objective)),
    ...(at.disaster === null ? [] : [`after ${at.disaster}`]),
    ...(isOneOfSeveral && at.workload !== null && workload === null ? [at.workload] : []),
  ];
}

/** Promises of a share that must be reached; all others are limits. */
const LEAST: readonly ObjectiveResult['name'][] = [
  'schedule',
  'log',
  'replica',
  'training',
  'window',
];
