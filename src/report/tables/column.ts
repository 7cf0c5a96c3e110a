import type { Estimate } from '../../stats/estimate.ts';
import { type Cell, type DateSpread, date, figureOr, type Unit } from '../result/figure.ts';
import type { Column } from './table.ts';

/** Makes a column of figures; a missing one is told with the words for it. */
type FigureColumn = <Row>(
  key: string,
  heading: string,
  of: (row: Row) => Estimate | number | null,
  missing?: string,
) => Column<Row>;

const figuresIn =
  (unit: Unit): FigureColumn =>
  (key, heading, of, missing = '') => ({
    key,
    heading,
    cells: 'figures',
    of: (row) => figureOr(unit, of(row), missing),
  });

/** @example bytes('peak', 'peak stored', ({ stored }) => stored.peak) */
export const bytes = figuresIn('bytes');
/** @example seconds('gap', 'longest gap', ({ gap }) => gap, 'no points') */
export const seconds = figuresIn('seconds');
/** @example share('fits', 'nights that fit', ({ window }) => window.fits, 'no window') */
export const share = figuresIn('share');
/** @example count('files', 'files held', ({ files }) => files) */
export const count = figuresIn('count');

/** @example money('total', 'cost a year (USD)', ({ total }) => total) */
export const money = figuresIn('money');

/** Makes a column of words, our own or somebody's. */
export const words = <Row>(key: string, heading: string, of: (row: Row) => Cell): Column<Row> => ({
  key,
  heading,
  cells: 'words',
  of,
});

/** Makes a column that says which row it is. */
export const label = <Row>(key: string, heading: string, of: (row: Row) => Cell): Column<Row> => ({
  ...words(key, heading, of),
  label: true,
});

/** Makes a column of dates that people read to the minute. */
export const instants = <Row>(
  key: string,
  heading: string,
  of: (row: Row) => DateSpread,
): Column<Row> => ({ key, heading, cells: 'figures', of: (row) => date(of(row)) });

/** Makes a column of dates that people read to the day. */
export const days = <Row>(
  key: string,
  heading: string,
  of: (row: Row) => DateSpread,
): Column<Row> => ({ ...instants(key, heading, of), cells: 'days' });

/** Spares people the column where it is zero or missing in all rows. */
export const ifAny = <Row>(column: Column<Row>): Column<Row> => ({ ...column, empty: 'hidden' });

/** Shows the mean alone, so that the figures of a row add up. */
export const asMean = <Row>(column: Column<Row>): Column<Row> => ({ ...column, shows: 'mean' });
