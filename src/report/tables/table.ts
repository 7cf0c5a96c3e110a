import type { Cell } from '../result/figure.ts';

/**
 * One column of a table: where its cells come from and how they are to be read.
 *
 * @property key what machines call it; a figure's unit is written beside it, in base units.
 * @property cells words, or figures of one unit (instants among them); `days` are instants that
 *   people read to the day, `by row` are figures of which each row has its own unit.
 * @property label whether the column says which row it is, instead of something about it.
 * @property whole whether its words are never wrapped: names that people copy.
 * @property shows what people see of a figure: the median with its spread, or the mean alone
 *   where figures of a row must add up.
 * @property twin whether people are spared the same size in binary units.
 * @property empty whether people may be spared the column where it is zero or missing in all rows.
 */
export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly cells: 'words' | 'figures' | 'days' | 'by row';
  readonly label?: true;
  readonly whole?: true;
  readonly shows?: 'mean';
  readonly twin?: 'hidden';
  readonly empty?: 'hidden';
  readonly of: (row: Row) => Cell;
}

/** A column once its cells are read. */
export type Head = Omit<Column<never>, 'of'>;

/**
 * An answer as a table, the same for every renderer. People read a `grid` row by row, the one row
 * of a `list` downwards, a `comparison` with its rows side by side, and `lines` as sentences.
 */
export interface Table {
  readonly key: string;
  readonly title: string;
  readonly layout: 'grid' | 'list' | 'comparison' | 'lines';
  readonly notes: readonly string[];
  readonly columns: readonly Head[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a table is made of. */
export interface Tabulation<Row> {
  readonly key: string;
  readonly title: string;
  readonly layout?: Table['layout'];
  readonly notes?: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** Reads every cell of a table. */
export function tabulate<Row>(tabulation: Tabulation<Row>): Table {
  const { key, title, layout = 'grid', notes = [], columns, rows } = tabulation;
  return {
    key,
    title,
    layout,
    notes,
    columns: columns.map(({ of: _, ...head }) => head),
    rows: rows.map((row) => columns.map((column) => column.of(row))),
  };
}
