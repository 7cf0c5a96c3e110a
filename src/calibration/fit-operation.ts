import { median } from 'simple-statistics';
import { type FittedModel, fitModel } from './fit/fit-model.ts';
import type { Sample } from './fit/log-fit.ts';
import { hullOf } from './hull.ts';
import { labelOf } from './label.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { Fitted, ProfiledOperation } from './profile.ts';
import type { Quantities } from './quantities.ts';
import { fitStored } from './stored-bytes.ts';
import { QUIET, STORED, type Term, WORK } from './terms.ts';

/** Less processor time than this tells nothing: most clocks count no finer. */
const LEAST_WORK = 0.001;
/** A step that waited for a core so many times as long as it worked tells of others. */
const DROWNED = 4;
/** … if it worked less than this; the wait of longer ones can be taken out. */
const SHORT = 0.2;

/**
 * Fits one operation of one tool.
 *
 * @param runs its runs, at least one.
 * @param seed of the rows of joint doubt.
 */
export function fitOperation(runs: readonly MeasuredRun[], seed: number): ProfiledOperation {
  const [first] = runs;
  if (!first) throw new RangeError('an operation needs at least one run');
  const { operation, method } = first;
  const stored = operation === 'backup' ? fitStored(runs, seed) : null;
  const worked = runs.filter(({ work }) => work !== null && work >= LEAST_WORK);
  const work = worked.length > 0 ? fitModel(workSamples(worked), seed) : null;
  const storedTerms = [...STORED, { name: 'share', per: 'B' as const }];
  return {
    operation,
    method,
    levels: [...new Set(runs.flatMap(({ level }) => level ?? []))],
    work: work && inWords(WORK[operation], work, worked.length),
    quiet: work && fitTerms(QUIET[operation], quietSamples(worked, work), seed),
    stored: stored && {
      exponent: stored.exponent,
      fitted: inWords(storedTerms, stored.model, runs.length),
    },
    perByte: {
      work: ratePerByte(runs, ({ work: seconds }) => seconds),
      quiet: ratePerByte(runs, ({ quiet }) => quiet),
      stored: ratePerByte(runs, ({ quantities }) => (stored ? quantities.stored : null)),
    },
    hull: hullOf(runs),
  };
}

/** What a byte read took in the median; null where nothing was read. */
function ratePerByte(
  runs: readonly MeasuredRun[],
  figure: (run: MeasuredRun) => number | null,
): number | null {
  const rates = runs.flatMap((run) => {
    const value = figure(run);
    const { read } = run.quantities;
    return value !== null && read > 0 ? [value / read] : [];
  });
  return rates.length > 0 ? rounded(median(rates), 4) : null;
}

/** What a run has to do, term by term. */
const rowOf = (terms: readonly Term[], quantities: Quantities, work = 0): number[] =>
  terms.map(({ of }) => of(quantities, work));

const workSamples = (worked: readonly MeasuredRun[]): Sample[] =>
  worked.map((run) => ({
    x: rowOf(WORK[run.operation], run.quantities),
    y: run.work ?? 0,
    group: run.group,
  }));

/**
 * Quiet time beside the processor time that is foretold of each run by those of other groups, as it
 * will be where the model is used: so its intervals hold the doubt of both.
 */
const quietSamples = (worked: readonly MeasuredRun[], work: FittedModel): Sample[] =>
  worked.flatMap((run, i) => {
    if (run.quiet === null || run.quiet < LEAST_WORK || isDrowned(run)) return [];
    const foretold = (run.work ?? 0) * Math.exp(-(work.cv?.residuals[i] ?? 0));
    return [
      { x: rowOf(QUIET[run.operation], run.quantities, foretold), y: run.quiet, group: run.group },
    ];
  });

/** Whether a run was so short and waited so long that its quiet time is a difference of noise. */
const isDrowned = ({ work, quiet, wall }: MeasuredRun): boolean =>
  work !== null && quiet !== null && work < SHORT && wall - quiet > DROWNED * work;

function fitTerms(terms: readonly Term[], samples: readonly Sample[], seed: number): Fitted | null {
  return samples.length > 0 ? inWords(terms, fitModel(samples, seed), samples.length) : null;
}

/** A fitted model as a profile holds it. */
function inWords(
  terms: readonly Pick<Term, 'name' | 'per'>[],
  model: FittedModel,
  runs: number,
): Fitted {
  const nameAt = (place: number): string => terms[place]?.name ?? '';
  const fittedPlaces = terms
    .map((_, place) => place)
    .filter(
      (place) =>
        !model.negligible.includes(place) &&
        !model.idle.includes(place) &&
        !model.merged.some(({ term }) => term === place),
    );
  const picked = (row: readonly number[]): number[] =>
    fittedPlaces.map((place) => rounded(row[place] as number));
  return {
    terms: fittedPlaces.map((place) => ({
      name: nameAt(place),
      per: terms[place]?.per ?? '',
      value: rounded(model.terms[place] as number, 4),
      low: rounded(model.intervals[place]?.low ?? 0),
      high: finite(model.intervals[place]?.high ?? Infinity),
      standsFor: model.merged.filter(({ into }) => into === place).map(({ term }) => nameAt(term)),
    })),
    negligible: model.negligible.map(nameAt),
    unseen: model.idle.map(nameAt),
    runs,
    groups: model.cv?.groups.map(({ terms: row }) => picked(row)) ?? [],
    residuals:
      model.cv?.residuals.map((log, i) => ({
        group: model.cv?.of[i] ?? 0,
        log: Number(log.toFixed(4)),
      })) ?? [],
    rows: model.rows.map(picked),
    error: model.validation.error && rounded(model.validation.error),
    holds: model.validation.holds && rounded(model.validation.holds),
    label: labelOf(model.validation),
  };
}

/** Three digits: a term is known to no more. */
const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits));
const finite = (value: number): number | null => (Number.isFinite(value) ? rounded(value) : null);
