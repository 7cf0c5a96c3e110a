import { foretold, logFit, type Sample } from './log-fit.ts';

/**
 * What runs tell of a model that has not seen their group.
 *
 * @property groups names of the groups, and the terms that were fitted without each.
 * @property of the group of each run, by its place in `groups`.
 * @property residuals ln(measured / foretold without its group), one a run.
 */
export interface GroupedCv {
  readonly groups: readonly { readonly name: string; readonly terms: readonly number[] }[];
  readonly of: readonly number[];
  readonly residuals: readonly number[];
}

/** Smallest size of a forecast, in the unit of `y`: what is foretold as 0 has no logarithm. */
const FLOOR = 1e-9;

/** Nothing is foretold better than this, as a share: terms are written with so many digits. */
const LEAST_DOUBT = 1e-3;

/** With more groups than that several are left out together, so that the time stays in proportion to the runs. */
const MOST_PARTS = 12;

/** What is left out together: the groups, or where there are many some of them at a time. */
export function partsOf(samples: readonly Sample[]): {
  readonly parts: readonly string[];
  readonly of: readonly number[];
} {
  const names = new Map<string, number>();
  for (const { group } of samples) if (!names.has(group)) names.set(group, names.size);
  const many = Math.min(names.size, MOST_PARTS);
  const parts = Array.from({ length: many }, (_, part) =>
    [...names].flatMap(([name, place]) => (place % many === part ? [name] : [])).join(', '),
  );
  return { parts, of: samples.map(({ group }) => (names.get(group) as number) % many) };
}

/** Fits the terms once without each group. With one group there is nothing left to fit, and no result. */
export function groupedCv(samples: readonly Sample[], start: readonly number[]): GroupedCv | null {
  const { parts, of } = partsOf(samples);
  if (parts.length < 2) return null;
  const groups = parts.map((name, part) => ({
    name,
    terms: logFit(
      samples.filter((_, i) => of[i] !== part),
      { start },
    ).terms,
  }));
  const residuals = samples.map(({ x, y }, i) =>
    Math.log(y / Math.max(foretold(groups[of[i] as number]?.terms ?? [], x), FLOOR)),
  );
  return { groups, of, residuals };
}

/** A forecast between two ends; infinite where there are too few runs for its share. */
export interface Forecast {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval in which a run with that much to do is foretold to lie: cross-validation+ over groups
 * (Barber et al., Predictive inference with the jackknife+, Annals of Statistics 49, 2021; arXiv
 * 1905.02928). Each run of the calibration says where it would lie, by the terms that were fitted
 * without its group and by how far these missed it.
 *
 * @param share how often it should hold, such as 0.9.
 * @example
 * forecast(cv, [1, 3000], 0.9) // { low: 0.8, high: 1.3 }
 */
export function forecast(cv: GroupedCv, x: readonly number[], share: number): Forecast {
  const n = cv.residuals.length;
  const rank = Math.floor((1 - share) * (n + 1) + 1e-9);
  if (rank === 0) return { low: 0, high: Infinity };
  const centres = centresOf(cv, x);
  const ends = (sign: 1 | -1): number[] =>
    cv.residuals
      .map(
        (residual, i) =>
          (centres[cv.of[i] as number] as number) +
          sign * Math.max(Math.abs(residual), LEAST_DOUBT),
      )
      .sort((a, b) => a - b);
  return {
    low: Math.exp(ends(-1)[rank - 1] as number),
    high: Math.exp(ends(1)[n - rank] as number),
  };
}

/** Logarithm of what each fit foretells. */
const centresOf = ({ groups }: GroupedCv, x: readonly number[]): number[] =>
  groups.map(({ terms }) => Math.log(Math.max(foretold(terms, x), FLOOR)));
