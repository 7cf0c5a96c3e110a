import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Sample } from './log-fit.ts';

/**
 * What the runs can tell apart.
 *
 * @property kept terms that are fitted, by their place in `x`.
 * @property merged terms that are left out since the runs cannot tell them from another: which, and
 *   from which.
 * @property idle terms that no run had anything of.
 */
export interface Distinct {
  readonly kept: readonly number[];
  readonly merged: readonly { readonly term: number; readonly into: number }[];
  readonly idle: readonly number[];
}

/** Largest condition number of the columns, scaled to unit length, that a fit is made with. */
const LARGEST_CONDITION = 30;

/**
 * Which terms the runs can tell apart. As long as the condition number of the scaled columns is above
 * 30, one of the two terms that are most alike is left out: the later one, so terms stand in the order
 * in which they are to be kept. Rows are scaled by what each run took, as in the fit.
 *
 * @example
 * // Two runs with as many files as bytes: nothing tells a cost per file from one per byte.
 * distinct([{ x: [1, 2, 2], y: 1, group: 'a' }, { x: [1, 5, 5], y: 1, group: 'b' }])
 * // { kept: [0, 1], merged: [{ term: 2, into: 1 }], idle: [] }
 */
export function distinct(samples: readonly Sample[]): Distinct {
  const size = samples[0]?.x.length ?? 0;
  const lengths = Array.from({ length: size }, (_, j) =>
    Math.sqrt(samples.reduce((sum, { x, y }) => sum + ((x[j] as number) / y) ** 2, 0)),
  );
  const all = lengths.map((_, j) => j);
  const kept = all.filter((j) => (lengths[j] as number) > 0);
  const cosine = (i: number, j: number): number =>
    samples.reduce((sum, { x, y }) => sum + ((x[i] as number) * (x[j] as number)) / (y * y), 0) /
    ((lengths[i] as number) * (lengths[j] as number));
  const merged: { term: number; into: number }[] = [];
  while (kept.length > 1 && conditionOf(kept, cosine) > LARGEST_CONDITION) {
    const { term, into } = mostAlike(kept, cosine);
    merged.push({ term, into });
    kept.splice(kept.indexOf(term), 1);
  }
  return { kept, merged, idle: all.filter((j) => lengths[j] === 0) };
}

type Cosine = (i: number, j: number) => number;

/** Condition number of columns of unit length: the root of the ratio of their Gram matrix's ends. */
function conditionOf(kept: readonly number[], cosine: Cosine): number {
  const gram = new Matrix(kept.map((i) => kept.map((j) => cosine(i, j))));
  const values = new EigenvalueDecomposition(gram, { assumeSymmetric: true }).realEigenvalues;
  return Math.sqrt(Math.max(...values) / Math.max(Math.min(...values), 1e-18));
}

function mostAlike(
  kept: readonly number[],
  cosine: Cosine,
): { readonly term: number; readonly into: number } {
  let best = { term: kept[1] as number, into: kept[0] as number, angle: -1 };
  for (const [index, into] of kept.entries()) {
    for (const term of kept.slice(index + 1)) {
      const angle = cosine(into, term);
      if (angle > best.angle) best = { term, into, angle };
    }
  }
  return best;
}
