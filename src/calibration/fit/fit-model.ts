import { quantileSorted } from 'simple-statistics';
import { distinct } from './alike.ts';
import { bootstrap } from './bootstrap.ts';
import { forecast, type GroupedCv, groupedCv, partsOf } from './grouped-cv.ts';
import { foretold, logFit, type Sample } from './log-fit.ts';
import { type TermInterval, termIntervals } from './term-intervals.ts';

/**
 * How well terms foretell groups that they were not fitted to.
 *
 * @property error median of |foretold ÷ measured − 1|; null with a single group.
 * @property holds share of the runs that lay in their 90 % interval; null where none could be given.
 */
export interface CrossValidation {
  readonly error: number | null;
  readonly holds: number | null;
}

/**
 * A fitted model: y ≈ Σ terms·x. Terms that were not fitted are 0.
 *
 * @property merged which term stands for which other one that the runs cannot tell from it.
 * @property negligible terms that never make a tenth of any run.
 * @property idle terms that no run had anything of.
 * @property cv what runs tell of fits without their group; null where there is one group alone.
 * @property rows terms that could have been, all of a row together.
 */
export interface FittedModel {
  readonly terms: readonly number[];
  readonly intervals: readonly TermInterval[];
  readonly merged: readonly { readonly term: number; readonly into: number }[];
  readonly negligible: readonly number[];
  readonly idle: readonly number[];
  readonly cv: GroupedCv | null;
  readonly rows: readonly (readonly number[])[];
  readonly validation: CrossValidation;
}

/** Rows of joint doubt. */
const ROWS = 200;
const LEAST_SHARE = 0.1;

/**
 * Fits a model, with all its doubt: terms that the runs cannot tell apart are merged, those that never
 * make a tenth of any run are left out, and what is left is fitted again.
 *
 * @param seed of the rows of joint doubt.
 * @throws RangeError without samples.
 */
export function fitModel(samples: readonly Sample[], seed: number): FittedModel {
  const { kept, merged, idle } = distinct(samples);
  const first = logFit(reduced(samples, kept));
  const matters = kept.filter((j, place) => {
    const term = first.terms[place] as number;
    return samples.some(({ x, y }) => term * (x[j] as number) >= LEAST_SHARE * y);
  });
  const places = matters.length > 0 ? matters : kept.slice(0, 1);
  const own = reduced(samples, places);
  const fit = logFit(own);
  const rows = bootstrap(own, fit, { rows: ROWS, seed });
  const atZero = places.map((_, place) =>
    quantileSorted(
      rows.map((row) => row[place] as number).sort((a, b) => a - b),
      0.95,
    ),
  );
  const cv = groupedCv(own, fit.terms);
  const size = samples[0]?.x.length ?? 0;
  const spread = <T>(values: readonly T[], otherwise: T): T[] =>
    Array.from({ length: size }, (_, j) => values[places.indexOf(j)] ?? otherwise);
  return {
    terms: spread(fit.terms, 0),
    intervals: spread(termIntervals(own, fit, atZero), { low: 0, high: 0 }),
    merged,
    negligible: kept.filter((j) => !places.includes(j)),
    idle,
    cv: cv && {
      ...cv,
      groups: cv.groups.map(({ name, terms }) => ({ name, terms: spread(terms, 0) })),
    },
    rows: rows.map((row) => spread(row, 0)),
    validation: crossValidated(own, fit.terms),
  };
}

/** Samples with some of their terms alone. */
const reduced = (samples: readonly Sample[], places: readonly number[]): Sample[] =>
  samples.map(({ x, ...rest }) => ({ ...rest, x: places.map((j) => x[j] as number) }));

/** Each group is foretold by a calibration that has not seen it, intervals as well. */
function crossValidated(samples: readonly Sample[], start: readonly number[]): CrossValidation {
  const { parts, of } = partsOf(samples);
  if (parts.length < 2) return { error: null, holds: null };
  const errors: number[] = [];
  const held: boolean[] = [];
  for (const part of parts.keys()) {
    const others = samples.filter((_, i) => of[i] !== part);
    const { terms } = logFit(others, { start });
    const cv = groupedCv(others, terms);
    for (const { x, y } of samples.filter((_, i) => of[i] === part)) {
      errors.push(Math.abs(foretold(terms, x) / y - 1));
      const { low, high } = cv ? forecast(cv, x, 0.9) : { low: 0, high: Infinity };
      if (Number.isFinite(high)) held.push(low <= y && y <= high);
    }
  }
  return {
    error: quantileSorted(
      errors.sort((a, b) => a - b),
      0.5,
    ),
    holds: held.length > 0 ? held.filter(Boolean).length / held.length : null,
  };
}
