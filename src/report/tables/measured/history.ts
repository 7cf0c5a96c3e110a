import type { History, HistorySeries } from '../../../gate/history/history.ts';
import { always, date, figureOr, name, none, text } from '../../result/figure.ts';
import { count, ifAny, label, words } from '../column.ts';
import { type Table, tabulate } from '../table.ts';
import { growthText } from './gate.ts';
import { historyLine } from './history-line.ts';

type Change = HistorySeries['changes'][number] & {
  readonly of: HistorySeries;
  readonly began: string;
};

const figures = (key: 'before' | 'after') => ({
  key,
  heading: key,
  cells: 'by row' as const,
  twin: 'hidden' as const,
  of: (one: Change) => figureOr(one.of.unit, one[key], ''),
});

/** Every change of a history, the newest first. */
export const changesTable = ({ series, runs }: History): Table =>
  tabulate<Change>({
    key: 'changes',
    title: 'Changes',
    notes: [],
    columns: [
      {
        key: 'since',
        heading: 'since',
        cells: 'days',
        of: ({ began }) => date(always(began)),
      },
      label('series', 'series', ({ of }) => name(of.series)),
      label('metric', 'metric', ({ of }) => text(of.metric)),
      figures('before'),
      figures('after'),
      words('growth', 'growth', ({ ratio }) => text(growthText(ratio))),
      ifAny(
        words('commit', 'first commit', ({ commit }) =>
          commit === null ? none('') : name(commit),
        ),
      ),
      ifAny(
        words('besides', 'what else differs', ({ besides }) =>
          besides.length === 0 ? none('') : name(besides.join('; ')),
        ),
      ),
    ],
    rows: series
      .flatMap((of) =>
        of.changes.map((one): Change => ({ ...one, of, began: runs[one.at]?.began ?? '' })),
      )
      .sort((a, b) => (a.began > b.began ? -1 : +(a.began < b.began))),
  });

/** Every series of a history as a line of characters, a change marked in it. */
export const linesTable = (history: History): Table =>
  tabulate<HistorySeries>({
    key: 'history',
    title: 'History',
    notes: notesOf(history),
    columns: [
      label('series', 'series', ({ series }) => name(series)),
      label('metric', 'metric', ({ metric }) => text(metric)),
      count('runs', 'runs', ({ values }) => values.filter((value) => value !== null).length),
      last('least', (known) => Math.min(...known)),
      last('most', (known) => Math.max(...known)),
      last('newest', (known) => known.at(-1) ?? null),
      { ...words('line', 'oldest to newest', (one) => text(historyLine(one))), whole: true },
    ],
    rows: history.series,
  });

const last = (key: string, of: (known: readonly number[]) => number | null) => ({
  key,
  heading: key,
  cells: 'by row' as const,
  twin: 'hidden' as const,
  of: ({ unit, values }: HistorySeries) =>
    figureOr(unit, of(values.flatMap((value) => value ?? [])), ''),
});

function notesOf({ series }: History): readonly string[] {
  const isShort = series.every(({ judged }) => judged === 0);
  return [
    isShort
      ? 'too few runs to look for changes: six on either side of one are needed'
      : 'a bar marks a change that lasts: not by chance, and by 2 % or more; times also change where the machine does',
  ];
}
