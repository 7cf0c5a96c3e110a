import { visible } from '../../../problem.ts';
import type { ChangedInput, Diff, Moved, Turned } from '../../diff/difference.ts';
import { changeInWords } from '../../diff/fail-on.ts';
import { HEADINGS } from '../../diff/figures.ts';
import { type Cell, figureOr, name, text, verdict } from '../../result/figure.ts';
import { label, words } from '../column.ts';
import { type Column, type Table, tabulate } from '../table.ts';

const turned: readonly Column<Turned>[] = [
  label('strategy', 'strategy', ({ strategy }) => name(strategy)),
  label('promise', 'promise', ({ promise }) => name(promise)),
  words('old', 'old', ({ old }) => judged(old)),
  words('new', 'new', ({ new: now }) => judged(now)),
];

const judged = (met: boolean | null): Cell =>
  met === null ? text('not judged') : verdict(met, met ? 'PASS' : 'FAIL');

const moved: readonly Column<Moved>[] = [
  label('strategy', 'strategy', ({ strategy }) => name(strategy)),
  label('figure', 'figure', ({ figure }) => text(HEADINGS[figure])),
  {
    key: 'old',
    heading: 'old',
    cells: 'by row',
    of: ({ unit, old }) => figureOr(unit, old, 'none'),
  },
  {
    key: 'new',
    heading: 'new',
    cells: 'by row',
    of: ({ unit, new: now }) => figureOr(unit, now, 'none'),
  },
  words('change', 'change', (one) => text(changeInWords(one))),
];

const changed: readonly Column<ChangedInput>[] = [
  label('path', 'field', ({ path }) => name(path)),
  words('old', 'old', ({ old }) => (old === null ? text('not given') : name(old))),
  words('new', 'new', ({ new: now }) => (now === null ? text('not given') : name(now))),
];

/** Promises that turned. */
export const turnedTable = ({ verdicts }: Diff): Table =>
  tabulate({ key: 'turned', title: 'Verdicts that turned', columns: turned, rows: verdicts });

/** Answers that moved. */
export const movedTable = ({ figures }: Diff): Table =>
  tabulate({ key: 'moved', title: 'Answers that moved', columns: moved, rows: figures });

/** Inputs that changed. */
export const inputsTable = ({ inputs, old, new: now }: Diff): Table =>
  tabulate({
    key: 'inputs',
    title: 'Inputs that changed',
    notes:
      inputs === null && old.hash !== now.hash
        ? ['not known from a result: compare the scenarios to see which']
        : [],
    columns: changed,
    rows: inputs ?? [],
  });

/** What came and went, in sentences; empty where both have the same strategies and recommendation. */
export function shiftsOf({ old, new: now, added, removed }: Diff): readonly string[] {
  const names = (strategies: readonly string[]): string =>
    strategies.map((one) => visible(one)).join(', ');
  const took = (take: string | null): string => (take === null ? 'none' : visible(take));
  return [
    ...(old.take === now.take
      ? []
      : [`Recommended: ${took(now.take)} instead of ${took(old.take)}`]),
    ...(added.length > 0 ? [`New strategies: ${names(added)}`] : []),
    ...(removed.length > 0 ? [`Strategies that are gone: ${names(removed)}`] : []),
  ];
}

/**
 * The difference in one line.
 *
 * @example verdictOn(diff, []) // '1 input changed, 1 verdict turned, 6 answers moved'
 */
export function verdictOn(diff: Diff, failures: readonly string[]): string {
  const counted = (count: number, one: string): string =>
    `${count} ${one}${count === 1 ? '' : 's'}`;
  const inputs = diff.inputs === null ? [] : [`${counted(diff.inputs.length, 'input')} changed`];
  const what = [
    ...inputs,
    `${counted(diff.verdicts.length, 'verdict')} turned`,
    `${counted(diff.figures.length, 'answer')} moved`,
  ].join(', ');
  const failed =
    failures.length > 0 ? `; FAIL: ${failures.map((one) => visible(one)).join('; ')}` : '';
  return `${what}${failed}`;
}
