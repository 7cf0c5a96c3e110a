/**
 * Quality of a source, from best to worst: `published` primary source read, `excerpt` part of a
 * primary source read, `secondary` quoted from the primary by somebody else, `reported` a third
 * party's own statement, `derived` arithmetic on graded numbers, `measured` for this catalog on a
 * named machine, `assumption` chosen because no figure is published, `unverified` recalled from
 * memory, not checked.
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
 * The unit of a catalog number. `share`: part of a whole (1 is the whole); `share/day`: per day;
 * `ratio`: bytes before ÷ bytes after; `/s`: number per second; `/bit`: events per bit read;
 * `times`: number of uses; `count`: number of things; `nines`: n for a probability of 1 - 10^-n; `W`:
 * watts; `U`: rack units.
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
  | 'W'
  | 'U'
  | PriceUnit;

/**
 * The unit of a price. Prices stay in the unit of their source; the currency is that of the entry.
 * `unit-price.ts` converts to the price of one byte or one request.
 */
export type PriceUnit =
  | 'money/GiB/month'
  | 'money/GB/month'
  | 'money/GiB'
  | 'money/GB'
  | 'money/1000'
  | 'money/1000/month';

/**
 * A catalog number with everything needed to check it.
 *
 * @property source names the publication, or says that the figure is an assumption.
 * @property date of the source: `2024-10-15`, `2024-10` or `2024`.
 * @property note what was assumed, which machine, or what the number leaves out.
 * @property range between which ends it lies, where a source gives them.
 */
export interface Sourced {
  readonly value: number;
  readonly unit: CatalogUnit;
  readonly source: string;
  readonly date: string;
  readonly grade: Grade;
  readonly note?: string;
  readonly range?: SourcedRange;
}

/** The ends between which a number lies in other data of its kind, in the unit of the number. */
export interface SourcedRange extends Origin {
  readonly low: number;
  readonly high: number;
  readonly note: string;
}

/** A series of numbers with one source, such as the speed steps of a tape drive. */
export interface SourcedSeries extends Omit<Sourced, 'value' | 'range'> {
  readonly values: readonly number[];
}

/** The origin of a number, for tables in which many numbers share one publication. */
export type Origin = Pick<Sourced, 'source' | 'date' | 'grade'>;

/** The origin of assumptions of this catalog. */
export const ASSUMED: Origin = {
  source: 'assumption of this catalog',
  date: '2026-11',
  grade: 'assumption',
};

/**
 * A number from an origin, with an optional note.
 *
 * @example
 * sourced(285e6, 'B/s', { source: 'Exos X24 manual', date: '2023-11', grade: 'reported' })
 */
export function sourced(value: number, unit: CatalogUnit, origin: Origin, note?: string): Sourced {
  return note === undefined ? { value, unit, ...origin } : { value, unit, ...origin, note };
}

/**
 * A number with the ends between which it lies in other data of its kind; the note says in which.
 *
 * @example
 * ranging(shrinks, 1, 3.81, CLUNIE, 'images stored compressed; JPEG 2000 lossless')
 */
export const ranging = (
  number: Sourced,
  low: number,
  high: number,
  origin: Origin,
  note: string,
): Sourced => ({ ...number, range: { low, high, ...origin, note } });

/**
 * A number the catalog had to assume; the note says what is assumed.
 *
 * @example
 * assumed(0.75, 'share', 'ten of twelve drives hold data, at 90 % of their rate')
 */
export const assumed = (value: number, unit: CatalogUnit, note: string): Sourced =>
  sourced(value, unit, ASSUMED, note);
