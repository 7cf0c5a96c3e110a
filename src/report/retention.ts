import { figure, instant, name } from './figure.ts';
import type { PointResult, StrategyResult } from './result.ts';
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
  {
    key: 'workload',
    heading: 'workload',
    dimension: 'words',
    better: 'neither',
    label: true,
    of: ({ workload }) => name(workload),
  },
  {
    key: 'reason',
    heading: 'kept because',
    dimension: 'words',
    better: 'neither',
    label: true,
    of: ({ reason }) => name(reason),
  },
  {
    key: 'count',
    heading: 'files',
    dimension: 'count',
    better: 'neither',
    of: ({ count }) => figure('count', count),
  },
  {
    key: 'size',
    heading: 'size',
    dimension: 'bytes',
    better: 'neither',
    of: ({ bytes }) => figure('bytes', bytes),
  },
  {
    key: 'oldest',
    heading: 'oldest',
    dimension: 'instant',
    better: 'neither',
    of: ({ oldest }) => instant(oldest),
  },
  {
    key: 'newest',
    heading: 'newest',
    dimension: 'instant',
    better: 'neither',
    of: ({ newest }) => instant(newest),
  },
];

const keptColumns: readonly Column<StrategyResult['points']>[] = [
  {
    key: 'kept',
    heading: 'restore points at the end',
    dimension: 'count',
    better: 'more',
    of: ({ kept }) => figure('count', kept),
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
export function retentionTable({ points: { list } }: StrategyResult): Table {
  return tabulate({
    key: 'retention',
    title: 'What is kept, and why',
    notes:
      list === null
        ? ['trials keep no list of files; run without them to see it']
        : ['the files at the end; one that several rules keep counts for each of them'],
    columns,
    rows: list === null ? [] : groupsOf(list),
  });
}

const reasonsOf = ({ reasons, keptFor }: PointResult): readonly string[] => {
  if (reasons.length > 0) return reasons;
  return [keptFor === null ? 'no rule named' : 'a kept point needs it'];
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
