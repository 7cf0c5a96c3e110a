/**
 * How far a number may be trusted, from best to worst: `published` primary source read, `excerpt`
 * part of a primary source read, `secondary` quoted from the primary by somebody else, `reported`
 * a third party's own statement, `derived` arithmetic on graded numbers, `measured` run for this
 * catalog on a named machine, `assumption` chosen for lack of a figure, `unverified` recalled and
 * not checked.
 */
export type Grade =
  | 'published'
  | 'excerpt'
  | 'secondary'
  | 'reported'
  | 'derived'
  | 'measured'
  | 'assumption'
  | 'unverified';

/** Every grade, from best to worst, as the reference page lists them. */
export const GRADES: Readonly<Record<Grade, string>> = {
  published: 'the primary source was read',
  excerpt: 'part of the primary source was read',
  secondary: 'somebody else quotes the primary source',
  reported: "a third party's own statement",
  derived: 'arithmetic on graded numbers',
  measured: 'measured for this catalog on a named machine',
  assumption: 'chosen where no figure is published; override it when you know better',
  unverified: 'recalled and not checked',
};

/**
 * The unit of a catalog number; always a base unit of the program. `share` is a part of a whole
 * (1 is all of it), `share/day` the same in a day, `ratio` bytes before by bytes after, `/s` things
 * in a second, `/bit` events in a bit that is read, `times` a count, `count` a number of things,
 * `nines` those of a chance of 1 - 10^-n.
 */
export type CatalogUnit =
  | 'B'
  | 's'
  | 'B/s'
  | 'share'
  | 'share/day'
  | 'ratio'
  | '/s'
  | '/bit'
  | 'times'
  | 'USD'
  | 'count'
  | 'nines'
  | PriceUnit;

/**
 * What a price is for. Prices stay as their source prints them; the currency is that of the entry.
 * See `unit-price.ts` for what one byte or one request costs.
 */
export type PriceUnit =
  | 'money/GiB/month'
  | 'money/GB/month'
  | 'money/GiB'
  | 'money/GB'
  | 'money/1000'
  | 'money/1000/month';

/**
 * One number of the catalog with everything needed to check it.
 *
 * @property source names the publication, or says that the figure is an assumption.
 * @property date is that of the source: `2024-10-15`, `2024-10` or `2024`.
 * @property note says what was assumed, which machine, or what the number leaves out.
 */
export interface Sourced {
  readonly value: number;
  readonly unit: CatalogUnit;
  readonly source: string;
  readonly date: string;
  readonly grade: Grade;
  readonly note?: string;
}

/** Numbers of one kind that share a source, such as the speeds a tape drive can step to. */
export interface SourcedSeries extends Omit<Sourced, 'value'> {
  readonly values: readonly number[];
}

/** Where a number comes from, for tables in which many numbers share one publication. */
export type Origin = Pick<Sourced, 'source' | 'date' | 'grade'>;

/** Where an assumption of the catalog comes from: nowhere but here, on this date. */
export const ASSUMED: Origin = {
  source: 'assumption of this catalog',
  date: '2026-11',
  grade: 'assumption',
};

/**
 * A number from an origin, with what has to be said about it.
 *
 * @example
 * sourced(285e6, 'B/s', { source: 'Exos X24 manual', date: '2023-11', grade: 'reported' })
 */
export function sourced(value: number, unit: CatalogUnit, origin: Origin, note?: string): Sourced {
  return note === undefined ? { value, unit, ...origin } : { value, unit, ...origin, note };
}

/**
 * A number the catalog had to assume; the note says what is assumed.
 *
 * @example
 * assumed(0.75, 'share', 'ten of twelve drives hold data, at 90 % of their rate')
 */
export const assumed = (value: number, unit: CatalogUnit, note: string): Sourced =>
  sourced(value, unit, ASSUMED, note);
