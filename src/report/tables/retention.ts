import { always, date, name, none } from '../result/figure.ts';
import type { PointResult, StrategyResult } from '../result/result.ts';
import { bytes, count, instants, label } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

/** The points of one workload that one rule keeps. */
interface Group {
  readonly workload: string;
  readonly reason: string;
  count: number;
  bytes: number;
  oldest: string;
  newest: string;
}

const columns: readonly Column<Group>[] = [
  label('workload', 'workload', ({ workload }) => name(workload)),
  label('reason', 'kept because', ({ reason }) => name(reason)),
  count('count', 'files', (group) => group.count),
  bytes('size', 'size', (group) => group.bytes),
  instants('oldest', 'oldest', ({ oldest }) => always(oldest)),
  instants('newest', 'newest', ({ newest }) => always(newest)),
];

const keptColumns: readonly Column<StrategyResult['points']>[] = [
  count('kept', 'restore points at the end', ({ kept }) => kept),
  label('dialects', 'rules are read as', ({ dialects }) => name(dialects.join(', '))),
  {
    key: 'steady_from',
    heading: 'steady state from',
    cells: 'figures',
    of: ({ steadyFrom }) =>
      steadyFrom === null ? none('after the end') : date(always(steadyFrom)),
  },
];

/** How many points there are to go back to. */
export const pointsTable = ({ points }: StrategyResult): Table =>
  tabulate({
    key: 'points',
    title: 'Restore points',
    layout: 'list',
    columns: keptColumns,
    rows: [points],
  });

/** The files at the end by the rule that keeps them; empty where no list was kept. */
export function retentionTable({ points: { list } }: StrategyResult, trials: number): Table {
  return tabulate({
    key: 'retention',
    title: 'What is kept, and why',
    notes:
      list === null
        ? [trials > 1 ? NO_LIST.trials : NO_LIST.jobs]
        : ['the files at the end; one that several rules keep counts for each of them'],
    columns,
    rows: list === null ? [] : groupsOf(list),
  });
}

const NO_LIST = {
  trials: 'trials keep no list of files; run without --trials to see it',
  jobs: 'there are too many jobs to keep a list of files; a shorter horizon shows it',
};

/** Reasons in the words of people; those of keep rules are the names of the rules. */
const REASONS: Readonly<Record<string, string>> = {
  needed: 'a kept point needs it',
  locked: 'immutable',
};

const reasonsOf = ({ reasons }: PointResult): readonly string[] => {
  if (reasons.length === 0) return ['no rule named'];
  return reasons.map((reason) => REASONS[reason] ?? reason);
};

function groupsOf(list: readonly PointResult[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const point of list) {
    const { workload, time, bytes } = point;
    for (const reason of reasonsOf(point)) {
      const key = JSON.stringify([workload, reason]);
      const group = groups.get(key);
      if (!group) {
        groups.set(key, { workload, reason, count: 1, bytes, oldest: time, newest: time });
        continue;
      }
      group.count++;
      group.bytes += bytes;
      if (time < group.oldest) group.oldest = time;
      if (time > group.newest) group.newest = time;
    }
  }
  return [...groups.values()];
}
