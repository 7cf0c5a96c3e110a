import type { Estimate } from '../../stats/estimate.ts';
import {
  figure,
  figureOr,
  name,
  none,
  text,
  type Unit,
  verdict,
  wholeOr,
} from '../result/figure.ts';
import type { ObjectiveResult, StrategyResult } from '../result/result.ts';
import { causeOf } from './broken-by.ts';
import { label, share, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

/** What each objective is counted in. */
export const UNITS: Readonly<Record<ObjectiveResult['name'], Unit>> = {
  schedule: 'share',
  log: 'share',
  replica: 'share',
  recheck: 'seconds',
  training: 'count',
  rpo: 'seconds',
  rto: 'seconds',
  'protected-by': 'seconds',
  window: 'share',
  fill: 'share',
  cost: 'money',
  rule: 'count',
};

const MEANINGS: Readonly<Record<Exclude<ObjectiveResult['name'], 'rule'>, string>> = {
  schedule: 'runs due that leave a point',
  log: 'time in which the log follows',
  replica: 'time in which the replica follows',
  recheck: 'all checked again in at most',
  training: 'saves of a year that count',
  rpo: 'data lost at most (RPO)',
  rto: 'back after at most (RTO)',
  'protected-by': 'all protected after at most',
  window: 'nights that fit at least',
  fill: 'stores full at most',
  cost: 'cost a year at most',
};

/** What it means that an objective came to no figure in some trial. */
export const WITHOUT_VALUE: Readonly<Record<ObjectiveResult['name'], string>> = {
  schedule: 'no run due',
  log: 'no log',
  replica: 'no replica',
  recheck: 'no check',
  training: 'no save',
  rpo: 'no copy survives',
  rto: 'no copy survives',
  'protected-by': 'never',
  window: 'no job in a window',
  fill: 'no store with a capacity',
  cost: 'no price',
  rule: 'not decided',
};

/** The share of the trials, with its 95 % interval in the place of a spread. */
const chance = ({ share: mean, probability }: ObjectiveResult): Estimate => ({
  mean,
  p05: probability?.low ?? mean,
  p50: mean,
  p95: probability?.high ?? mean,
});

const isUndecided = ({ rules }: StrategyResult, { rule, undecided }: ObjectiveResult): boolean =>
  undecided !== undefined || rules.some((one) => one.rule === rule && one.verdict === 'undecided');

/** One run says nothing about how often an objective is met. */
const columnsFor = (
  strategy: StrategyResult,
  trials: number,
): readonly Column<ObjectiveResult>[] => [
  label('objective', 'objective', ({ name: what, rule, ...scope }) =>
    what === 'rule' ? text(`${rule}, clauses passed`) : name(`${MEANINGS[what]}${scopeOf(scope)}`),
  ),
  {
    key: 'limit',
    heading: 'limit',
    cells: 'by row',
    of: ({ name, limit }) => figure(UNITS[name], limit),
  },
  {
    key: 'value',
    heading: 'reached',
    cells: 'by row',
    of: ({ name, value, undecided }) =>
      wholeOr(figureOr(UNITS[name], value, WITHOUT_VALUE[name]), undecided === undefined),
  },
  ...(trials > 1 ? [share('met_share', 'met in trials', chance)] : []),
  words('met', 'met', (objective) => {
    const no = isUndecided(strategy, objective) ? 'undecided' : 'NO';
    return verdict(objective.met, objective.met ? 'yes' : no);
  }),
  { ...words('at', 'where', whereOf), empty: 'hidden' },
];

/** What a promise stands for, where that is not everything. */
const scopeOf = ({
  workload,
  disaster,
  copy,
}: Pick<ObjectiveResult, 'workload' | 'disaster' | 'copy'>): string =>
  [workload && ` of ${workload}`, disaster && ` after ${disaster}`, copy && ` in ${copy}`]
    .filter((part) => part)
    .join('');

/** Where a broken promise breaks: of what, from which copy, since when and why; and no other helps. */
function whereOf(objective: ObjectiveResult) {
  const { at, met } = objective;
  if (met) return none('');
  const place = [at.workload, at.disaster && `after ${at.disaster}`].filter((part) => part);
  const cause = [place.join(' '), ...causeOf(objective)].filter((part) => part).join(', ');
  const others = at.others.map(({ store, why }) => `not ${store}: ${why}`);
  return name([cause, ...others].join('; '));
}

function notesOn(objectives: readonly ObjectiveResult[], trials: number): readonly string[] {
  if (objectives.length === 0) return ['the scenario states no objectives'];
  return trials > 1
    ? [
        'met: in as many trials as objectives.confidence asks for',
        'met in trials: with its 95 % interval',
      ]
    : [];
}

/** Which objectives a strategy meets, and by how much. */
export const objectivesTable = (strategy: StrategyResult, trials: number): Table =>
  tabulate({
    key: 'objectives',
    title: 'Objectives',
    notes: notesOn(strategy.objectives, trials),
    columns: columnsFor(strategy, trials),
    rows: strategy.objectives,
  });
