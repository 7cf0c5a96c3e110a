import { visible } from '../../problem.ts';
import type { Clock } from '../result/clock.ts';
import type { Cell, DateSpread, Unit } from '../result/figure.ts';
import { type Scale, scaleOf } from '../result/scale.ts';
import type { Head, Table } from '../tables/table.ts';

/**
 * A cell as people read it.
 *
 * @property main the figure or the words; names are made harmless for a terminal already.
 * @property also the same size in binary units, empty where there is none.
 * @property spread from the 5th to the 95th percentile, empty where all trials agree; of a verdict
 *   what stands beside it. Parts are separated by `; `.
 */
export interface ShownCell {
  readonly kind: Cell['kind'];
  readonly main: string;
  readonly also: string;
  readonly spread: string;
  readonly tone: 'plain' | 'good' | 'bad';
}

/** A table as people read it: one scale a column, columns that say nothing left out. */
export interface ShownTable {
  readonly key: string;
  readonly title: string;
  readonly layout: Table['layout'];
  readonly notes: readonly string[];
  readonly columns: readonly Head[];
  readonly rows: readonly (readonly ShownCell[])[];
}

/** In which units people read sizes: decimal ones (TB), binary ones (TiB), or the one with the other. */
export type Sizes = 'si' | 'iec' | 'both';

/** Makes a table readable; instants are put on the given clock. */
export function shown(table: Table, clock: Clock, sizes: Sizes = 'both'): ShownTable {
  const kept = table.columns.flatMap((column, index) =>
    column.empty === 'hidden' && table.rows.every((row) => saysNothing(row[index])) ? [] : [index],
  );
  const columns = kept.flatMap((index) => table.columns[index] ?? []);
  const cells = table.rows.map((row) => kept.flatMap((index) => row[index] ?? []));
  const scales = columns.map((_, index) =>
    scalesOf(
      cells.map((row) => row[index]),
      sizes,
    ),
  );
  const rows = cells.map((row) => {
    // Where each row has its own unit, it is that of its first figure: the limit of an objective
    // reads the same whatever came of it.
    const along = scalesOf(
      row.filter((_, index) => columns[index]?.cells === 'by row').slice(0, 1),
      sizes,
    );
    return row.map((cell, index) => {
      const head = columns[index];
      const scale = head?.cells === 'by row' ? along : scales[index];
      return showCell(cell, { head, scale, clock });
    });
  });
  return { ...table, columns, rows };
}

/**
 * A table turned on its side: one column a row, under that row's label, and the headings down the
 * left. What was one scale a column becomes one scale a line.
 */
export function sideways(table: ShownTable): ShownTable {
  const label = Math.max(
    0,
    table.columns.findIndex((column) => column.label),
  );
  const columns: readonly Head[] = [
    { key: 'figure', heading: '', cells: 'words', label: true },
    ...table.rows.map(
      (row, index): Head => ({
        key: `row-${index}`,
        heading: row[label]?.main ?? '',
        cells: 'by row',
      }),
    ),
  ];
  const rows = table.columns.flatMap((column, index) => {
    if (index === label) return [];
    const head: ShownCell = { ...PLAIN, kind: 'text', main: column.heading };
    return [[head, ...table.rows.flatMap((row) => row[index] ?? [])]];
  });
  return { ...table, columns, rows };
}

/**
 * Puts tables that are read together into one group: lists that follow each other. Tables without
 * anything to say are left out.
 */
export function groupsOf(tables: readonly ShownTable[]): readonly (readonly ShownTable[])[] {
  const groups: ShownTable[][] = [];
  for (const table of tables.filter(({ rows, notes }) => rows.length + notes.length > 0)) {
    const last = groups.at(-1);
    if (table.layout === 'list' && last?.[0]?.layout === 'list') last.push(table);
    else groups.push([table]);
  }
  return groups;
}

const saysNothing = (cell: Cell | undefined): boolean =>
  !cell ||
  cell.kind === 'none' ||
  (cell.kind === 'figure' && !cell.atLeast && cell.value.p95 === 0 && cell.value.mean === 0);

type Scales = Readonly<Record<Unit, Scale>>;

function scalesOf(cells: readonly (Cell | undefined)[], sizes: Sizes): Scales {
  const scale = (unit: Unit): Scale =>
    scaleOf(
      unit,
      cells.flatMap((cell) =>
        cell?.kind === 'figure' && cell.unit === unit
          ? [Math.max(cell.value.p50, cell.value.mean)]
          : [],
      ),
    );
  return {
    bytes: inSizes(scale('bytes'), sizes),
    seconds: scale('seconds'),
    share: scale('share'),
    count: scale('count'),
    money: scale('money'),
  };
}

/** A scale of sizes in one kind of units alone. */
const inSizes =
  (scale: Scale, sizes: Sizes): Scale =>
  (value, beside) => {
    const { number, unit, also } = scale(value, beside);
    if (sizes === 'both') return { number, unit, also };
    const [binary = number, twin = unit] = sizes === 'iec' && also !== '' ? also.split(' ') : [];
    return { number: binary, unit: twin, also: '' };
  };

interface Surroundings {
  readonly head: Head | undefined;
  readonly scale: Scales | undefined;
  readonly clock: Clock;
}

const PLAIN = { also: '', spread: '', tone: 'plain' } as const;

function showCell(cell: Cell, { head, scale, clock }: Surroundings): ShownCell {
  switch (cell.kind) {
    case 'text':
    case 'none':
      return { ...PLAIN, kind: cell.kind, main: cell.text };
    case 'name':
      return { ...PLAIN, kind: cell.kind, main: visible(cell.text) };
    case 'verdict':
      return {
        ...PLAIN,
        kind: cell.kind,
        main: cell.text,
        spread: (cell.beside ?? []).map((words) => visible(words)).join('; '),
        tone: cell.good ? 'good' : 'bad',
      };
    case 'date':
      return { ...PLAIN, kind: cell.kind, ...showDate(cell.value, head?.cells, clock) };
    case 'figure': {
      const { mean, p05, p50, p95 } = cell.value;
      const print = scale?.[cell.unit] ?? scaleOf(cell.unit, [p50]);
      const median = head?.shows !== 'mean';
      const { also, ...main } = print(median ? p50 : mean);
      const spread = median ? rangeOf(print(p05, p50), print(p95, p50)) : '';
      const twin = head?.twin === 'hidden' ? '' : also;
      const least = cell.atLeast ? 'at least ' : '';
      return { ...PLAIN, kind: cell.kind, main: least + joined(main), also: twin, spread };
    }
  }
}

const joined = ({ number, unit }: { number: string; unit: string }): string =>
  unit === '' ? number : `${number} ${unit}`;

type Printed = ReturnType<Scale>;

function rangeOf(from: Printed, to: Printed): string {
  if (joined(from) === joined(to)) return '';
  return from.unit === to.unit
    ? `${from.number} to ${joined(to)}`
    : `${joined(from)} to ${joined(to)}`;
}

function showDate(
  { p05, p50, p95, never }: DateSpread,
  cells: Head['cells'] | undefined,
  clock: Clock,
): Pick<ShownCell, 'main' | 'spread'> {
  const print = (at: string | null): string =>
    at === null ? 'never' : clock(at, cells === 'days' ? 'day' : 'minute');
  const [from, to] = [print(p05), print(p95)];
  const seldom = never > 0 && never < 1 ? `never in ${joined(scaleOf('share', [])(never))}` : '';
  const range = from === to ? '' : `${from} to ${to}`;
  if (p50 === null) return { main: seldom === '' ? 'never' : seldom, spread: range };
  return { main: print(p50), spread: [range, seldom].filter((part) => part !== '').join('; ') };
}
