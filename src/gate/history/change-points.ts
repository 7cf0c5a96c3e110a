import { mean, tTestTwoSample } from 'simple-statistics';
import { type Stream, stream } from '../../random/stream.ts';
import { studentQuantile } from '../../stats/student-quantile.ts';
import { energySplit } from './energy-split.ts';

/** Values on either side of a change; fewer may be alike by chance. */
export const LEAST_BESIDE = 6;

/** Rearrangements of which a change must beat nearly all: at most 1 % may split as clearly. */
const REARRANGED = 499;
const BEATEN_BY = 4;

/** Two-sided doubt of Student's t that the means on both sides are one. */
const DOUBT = 0.001;

/**
 * Where a series changes for good: splits by E-divisive, each of which is clearer than those of nearly all
 * rearrangements of its stretch, and has other means on both sides by Student's t. Found from the
 * clearest on, each stretch in turn; in the end each is held once more against its neighbours.
 *
 * @param values logarithms, or others of which differences count.
 * @param least difference of means that is of interest.
 * @returns the index of the first value of each new stretch, ascending.
 * @example
 * changePoints([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1], 0.02) // [7]
 */
export function changePoints(values: readonly number[], least: number): readonly number[] {
  // Of the same values always the same: a history that is looked at twice tells one thing.
  const draw = stream(values.length, 'history.rearranged');
  const found = splitsIn(values, 0, { least, draw }).sort((a, b) => a - b);
  for (;;) {
    const weak = found.findIndex((at, index) => {
      const [from, end] = [found[index - 1] ?? 0, found[index + 1] ?? values.length];
      return !differ(values.slice(from, at), values.slice(at, end), least);
    });
    if (weak < 0) return found;
    found.splice(weak, 1);
  }
}

interface Terms {
  readonly least: number;
  readonly draw: Stream;
}

function splitsIn(values: readonly number[], offset: number, terms: Terms): number[] {
  const split = energySplit(values, LEAST_BESIDE);
  if (!split) return [];
  const { at, end, q } = split;
  const [before, after] = [values.slice(0, at), values.slice(at)];
  if (!differ(before, values.slice(at, end), terms.least) || !beatsChance(values, q, terms.draw))
    return [];
  return [...splitsIn(before, offset, terms), offset + at, ...splitsIn(after, offset + at, terms)];
}

/** Whether nearly no rearrangement splits as clearly; it is left as soon as too many do. */
function beatsChance(values: readonly number[], q: number, draw: Stream): boolean {
  // Sums of the same numbers in another order differ in their last digits.
  const asClear = q * (1 - 1e-9);
  let beaten = 0;
  for (let time = 0; time < REARRANGED; time++) {
    const other = energySplit(rearranged(values, draw), LEAST_BESIDE);
    if (other && other.q >= asClear) beaten++;
    if (beaten > BEATEN_BY) return false;
  }
  return true;
}

/** Fisher and Yates. */
function rearranged(values: readonly number[], draw: Stream): readonly number[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

/** Student's t of two samples of one variance. */
function differ(before: readonly number[], after: readonly number[], least: number): boolean {
  const [x, y] = [[...before], [...after]];
  if (Math.abs(mean(y) - mean(x)) < least) return false;
  const t = Math.abs(tTestTwoSample(x, y) ?? 0);
  return t > studentQuantile(1 - DOUBT / 2, x.length + y.length - 2);
}
