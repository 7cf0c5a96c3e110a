import { type Forecast, forecast, type GroupedCv } from './fit/grouped-cv.ts';
import type { Fitted, ProfiledOperation } from './profile.ts';
import type { Quantities } from './quantities.ts';
import { storedRow } from './stored-bytes.ts';
import { QUIET, STORED, type Term, WORK } from './terms.ts';

/** What is foretold: processor seconds, quiet seconds, seconds on the clock, bytes that a backup adds. */
export const FORETOLD = ['work', 'quiet', 'wall', 'stored'] as const;
/** See `FORETOLD`. */
export type Foretold = (typeof FORETOLD)[number];

/**
 * A forecast of one figure.
 *
 * @property half interval that is to hold in half of all cases; null where there are too few runs.
 * @property most interval that is to hold in 90 % of them.
 */
export interface FittedForecast {
  readonly expected: number;
  readonly half: Forecast | null;
  readonly most: Forecast | null;
}

/**
 * What a profile foretells of an operation with that much to do. Bytes are foretold first, then
 * processor seconds from them, then the seconds that pass from both: nothing is taken from the run
 * itself but what it had to do. Time on the clock is foretold as if nobody else wanted a core, so that a
 * busy machine shows as its error. Null where the profile says nothing of it.
 */
export function forecastOf(
  operation: ProfiledOperation,
  quantities: Quantities,
  figure: Foretold,
): FittedForecast | null {
  const stored = storedForecast(operation, quantities);
  if (figure === 'stored') return stored;
  const known = { ...quantities, stored: stored?.expected ?? quantities.stored };
  const work = of(operation.work, WORK[operation.operation], known, 0);
  if (figure === 'work' || !work) return work;
  return of(operation.quiet, QUIET[operation.operation], known, work.expected);
}

function storedForecast(
  { stored }: ProfiledOperation,
  quantities: Quantities,
): FittedForecast | null {
  if (!stored) return null;
  const row = storedRow(quantities, stored.exponent);
  const names = [...STORED.map(({ name }) => name), 'share'];
  return fromRow(stored.fitted, (name) => row[names.indexOf(name)] ?? 0);
}

const of = (
  fitted: Fitted | null,
  terms: readonly Term[],
  quantities: Quantities,
  work: number,
): FittedForecast | null =>
  fitted &&
  fromRow(fitted, (name) => terms.find((term) => term.name === name)?.of(quantities, work) ?? 0);

function fromRow(fitted: Fitted, amount: (term: string) => number): FittedForecast {
  const x = fitted.terms.map(({ name }) => amount(name));
  const expected = fitted.terms.reduce((sum, { value }, j) => sum + value * (x[j] as number), 0);
  const cv = cvOf(fitted);
  const bounded = (share: number): Forecast | null => {
    const interval = cv ? forecast(cv, x, share) : null;
    return interval && Number.isFinite(interval.high) ? interval : null;
  };
  return { expected, half: bounded(0.5), most: bounded(0.9) };
}

const cvOf = ({ groups, residuals }: Fitted): GroupedCv | null =>
  groups.length > 0
    ? {
        groups: groups.map((terms, place) => ({ name: String(place), terms })),
        of: residuals.map(({ group }) => group),
        residuals: residuals.map(({ log }) => log),
      }
    : null;
