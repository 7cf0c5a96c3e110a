import { median } from 'simple-statistics';
import { nnls } from './nnls.ts';

/**
 * One measured run.
 *
 * @property x what it had to do, in the unit of each term; the first is 1 where there is a fixed part.
 * @property y what it took, above 0.
 * @property group runs that are alike in all but chance belong to one group: a dataset's recipe.
 */
export interface Sample {
  readonly x: readonly number[];
  readonly y: number;
  readonly group: string;
}

/**
 * Terms that were fitted.
 *
 * @property terms one coefficient for each entry of `x`, none below 0.
 * @property residuals ln(y / foretold), one a sample.
 * @property cut the size from which a residual counts less than in full.
 */
export interface LogFit {
  readonly terms: readonly number[];
  readonly residuals: Float64Array;
  readonly cut: number;
}

/** Huber's constant: 95 % efficient where errors are normal. */
const HUBER = 1.345;
/** Standard deviation ÷ median absolute deviation of a normal distribution. */
const MAD_TO_SD = 1.4826;
const MOST_STEPS = 50;
/** What is foretold as nothing is taken for this share of what was measured, as 0 has no logarithm. */
const FLOOR = 1e-9;

/** What the terms foretell of a run: their sum, each times what the run has to do. */
export function foretold(terms: readonly number[], x: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < terms.length; j++) sum += (terms[j] as number) * (x[j] as number);
  return sum;
}

/**
 * Fits y ≈ Σ term·x with terms that are not negative, so that the logarithm of measured ÷ foretold
 * is small in Huber's sense: a run that was delayed counts less than in full, and short runs count as
 * much as long ones. Gauss–Newton steps on the logarithmic scale, each a non-negative least squares
 * problem, halved until the loss does not rise.
 *
 * @param start terms to start from, such as those of a fit of nearly the same samples.
 * @param steps most steps; a start that is near needs few.
 * @throws RangeError without samples, or where one took 0 or less.
 * @example
 * logFit([{ x: [1, 1], y: 3, group: 'a' }, { x: [1, 2], y: 5, group: 'b' }]).terms // [1, 2]
 */
export function logFit(
  samples: readonly Sample[],
  start?: readonly number[],
  steps: number = MOST_STEPS,
): LogFit {
  if (samples.length === 0) throw new RangeError('a fit needs at least one run');
  if (samples.some(({ y }) => !(y > 0))) throw new RangeError('each run has to take more than 0');
  let terms = start ?? relativeFit(samples);
  let residuals = residualsOf(samples, terms);
  let cut = cutOf(residuals);
  for (let step = 0; step < steps; step++) {
    const towards = gaussNewton(samples, residuals, cut);
    const loss = lossOf(residuals, cut);
    let next = towards;
    let found = residualsOf(samples, next);
    // The loss is measured with the same cut on both sides, or a narrower cut would pass for a gain.
    let share = 1;
    while (share >= 1e-3 && lossOf(found, cut) > loss) {
      share /= 2;
      next = blended(terms, towards, share);
      found = residualsOf(samples, next);
    }
    if (share < 1e-3) break;
    const moved = terms.some((term, j) => Math.abs((next[j] as number) - term) > 1e-6 * term);
    terms = next;
    residuals = found;
    cut = cutOf(residuals);
    if (!moved) break;
  }
  return { terms, residuals, cut };
}

function residualsOf(samples: readonly Sample[], terms: readonly number[]): Float64Array {
  const residuals = new Float64Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    const { x, y } = samples[i] as Sample;
    residuals[i] = Math.log(y / Math.max(foretold(terms, x), FLOOR * y));
  }
  return residuals;
}

/** 1.345 times a standard deviation that outliers do not move: 1.4826 × the median absolute deviation. */
function cutOf(residuals: Float64Array): number {
  const values = Array.from(residuals);
  const middle = median(values);
  return HUBER * (MAD_TO_SD * median(values.map((one) => Math.abs(one - middle))) + 1e-6);
}

/** Huber's loss: squares up to the cut, straight lines beyond. */
function lossOf(residuals: Float64Array, cut: number): number {
  let loss = 0;
  for (const residual of residuals) {
    const size = Math.abs(residual);
    loss += size <= cut ? (size * size) / 2 : cut * (size - cut / 2);
  }
  return loss;
}

/** Least squares of relative errors, then moved so that half of the runs took longer than foretold. */
function relativeFit(samples: readonly Sample[]): number[] {
  const equations = equationsOf(samples);
  for (const { x, y } of samples) addRow(equations, x, 1 / y, 1);
  const rough = nnls(equations.gram, equations.b);
  const factor = Math.exp(median(Array.from(residualsOf(samples, rough))));
  return rough.map((term) => term * factor);
}

function gaussNewton(samples: readonly Sample[], residuals: Float64Array, cut: number): number[] {
  const equations = equationsOf(samples);
  for (let i = 0; i < samples.length; i++) {
    const { x, y } = samples[i] as Sample;
    const residual = residuals[i] as number;
    const weight = Math.sqrt(Math.min(1, cut / Math.abs(residual)));
    const fitted = y * Math.exp(-residual);
    addRow(equations, x, weight / fitted, weight * (1 + residual));
  }
  return nnls(equations.gram, equations.b);
}

/** Normal equations of a least squares problem: G = AᵀA and b = Aᵀy. */
interface Equations {
  readonly gram: Float64Array;
  readonly b: Float64Array;
}

function equationsOf(samples: readonly Sample[]): Equations {
  const size = samples[0]?.x.length ?? 0;
  return { gram: new Float64Array(size * size), b: new Float64Array(size) };
}

/** Adds the row `scale · x` with its target. */
function addRow({ gram, b }: Equations, x: readonly number[], scale: number, target: number): void {
  const size = b.length;
  for (let j = 0; j < size; j++) {
    const left = (x[j] as number) * scale;
    if (left === 0) continue;
    b[j] = (b[j] as number) + left * target;
    for (let k = 0; k < size; k++) {
      gram[j * size + k] = (gram[j * size + k] as number) + left * scale * (x[k] as number);
    }
  }
}

const blended = (from: readonly number[], to: readonly number[], share: number): number[] =>
  from.map((term, j) => term + share * ((to[j] as number) - term));
