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
 * How a fit is made.
 *
 * @property start terms to start from, such as those of a fit of nearly the same samples.
 * @property steps most steps; a start that is near needs few.
 * @property cut size from which a residual counts less, where it is known from a fit of nearly the same.
 */
export interface FitOptions {
  readonly start?: readonly number[];
  readonly steps?: number;
  readonly cut?: number;
}

/**
 * Fits y ≈ Σ term·x with terms that are not negative, so that the logarithm of measured ÷ foretold
 * is small in Huber's sense: a run that was delayed counts less than in full, and short runs count as
 * much as long ones. Gauss–Newton steps on the logarithmic scale, each a non-negative least squares
 * problem, halved until the loss does not rise. It takes time in proportion to the samples.
 *
 * @throws RangeError without samples, or where one took 0 or less.
 * @example
 * logFit([{ x: [1, 1], y: 3, group: 'a' }, { x: [1, 2], y: 5, group: 'b' }]).terms // [1, 2]
 */
export const logFit = (samples: readonly Sample[], options: FitOptions = {}): LogFit =>
  weightedFit(packed(samples), options);

/** The same of samples that are packed already, each with its weight: fits of many choices of them. */
export function weightedFit(rows: Rows, options: FitOptions = {}): LogFit {
  const { start, steps = MOST_STEPS, cut: known } = options;
  let terms = start ?? relativeFit(rows);
  let residuals = residualsOf(rows, terms);
  let cut = known ?? cutOf(residuals, rows);
  for (let step = 0; step < steps; step++) {
    const towards = gaussNewton(rows, residuals, cut, terms);
    const loss = lossOf(residuals, rows, cut);
    let next = towards;
    let found = residualsOf(rows, next);
    // The loss is measured with the same cut on both sides, or a narrower cut would pass for a gain.
    let share = 1;
    while (share >= 1e-3 && lossOf(found, rows, cut) > loss) {
      share /= 2;
      next = blended(terms, towards, share);
      found = residualsOf(rows, next);
    }
    if (share < 1e-3) break;
    const moved = terms.some((term, j) => Math.abs((next[j] as number) - term) > 1e-6 * term);
    terms = next;
    residuals = found;
    cut = known ?? cutOf(residuals, rows);
    if (!moved) break;
  }
  return { terms, residuals, cut };
}

/**
 * Samples side by side: fits go over them some thousand times.
 *
 * @property weight how often each counts; 0: it is left out, and has the residual 0.
 */
export interface Rows {
  readonly size: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
}

/** Packs samples, each with weight 1. @throws RangeError without samples, or where one took 0 or less. */
export function packed(samples: readonly Sample[]): Rows {
  if (samples.length === 0) throw new RangeError('a fit needs at least one run');
  if (samples.some(({ y }) => !(y > 0))) throw new RangeError('each run has to take more than 0');
  const size = samples[0]?.x.length ?? 0;
  const x = new Float64Array(samples.length * size);
  for (const [i, sample] of samples.entries()) x.set(sample.x, i * size);
  const y = Float64Array.from(samples, ({ y }) => y);
  return { size, x, y, weight: new Float64Array(y.length).fill(1) };
}

function residualsOf({ size, x, y, weight }: Rows, terms: readonly number[]): Float64Array {
  const residuals = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) {
    if (weight[i] === 0) continue;
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (terms[j] as number) * (x[i * size + j] as number);
    const measured = y[i] as number;
    residuals[i] = Math.log(measured / Math.max(sum, FLOOR * measured));
  }
  return residuals;
}

/** 1.345 times a standard deviation that outliers do not move: 1.4826 × the median absolute deviation. */
function cutOf(residuals: Float64Array, { weight }: Rows): number {
  const counted = residuals.filter((_, i) => weight[i] !== 0);
  const middle = medianOf(counted);
  return HUBER * (MAD_TO_SD * medianOf(counted.map((one) => Math.abs(one - middle))) + 1e-6);
}

/** The median of some numbers, which are sorted by it. */
function medianOf(values: Float64Array): number {
  values.sort();
  const half = values.length >> 1;
  const upper = values[half] as number;
  return values.length % 2 === 1 ? upper : (upper + (values[half - 1] as number)) / 2;
}

/** Huber's loss: squares up to the cut, straight lines beyond. */
function lossOf(residuals: Float64Array, { weight }: Rows, cut: number): number {
  let loss = 0;
  for (let i = 0; i < residuals.length; i++) {
    const size = Math.abs(residuals[i] as number);
    loss += (weight[i] as number) * (size <= cut ? (size * size) / 2 : cut * (size - cut / 2));
  }
  return loss;
}

/** Least squares of relative errors, then moved so that half of the runs took longer than foretold. */
function relativeFit(rows: Rows): number[] {
  const equations = equationsOf(rows);
  for (let i = 0; i < rows.y.length; i++) {
    const root = Math.sqrt(rows.weight[i] as number);
    addRow(equations, rows, i, root / (rows.y[i] as number), root);
  }
  const rough = nnls(equations.gram, equations.b);
  const residuals = residualsOf(rows, rough).filter((_, i) => rows.weight[i] !== 0);
  const factor = Math.exp(medianOf(residuals));
  return rough.map((term) => term * factor);
}

function gaussNewton(
  rows: Rows,
  residuals: Float64Array,
  cut: number,
  terms: readonly number[],
): number[] {
  const equations = equationsOf(rows);
  for (let i = 0; i < residuals.length; i++) {
    const times = rows.weight[i] as number;
    if (times === 0) continue;
    const residual = residuals[i] as number;
    const weight = Math.sqrt(times * Math.min(1, cut / Math.abs(residual)));
    const fitted = (rows.y[i] as number) * Math.exp(-residual);
    addRow(equations, rows, i, weight / fitted, weight * (1 + residual));
  }
  return nnls(equations.gram, equations.b, terms);
}

/** Normal equations of a least squares problem: G = AᵀA and b = Aᵀy. */
interface Equations {
  readonly gram: Float64Array;
  readonly b: Float64Array;
}

const equationsOf = ({ size }: Rows): Equations => ({
  gram: new Float64Array(size * size),
  b: new Float64Array(size),
});

/** Adds the row `scale · x` of the i-th sample with its target. */
function addRow(
  { gram, b }: Equations,
  { size, x }: Rows,
  i: number,
  scale: number,
  target: number,
): void {
  for (let j = 0; j < size; j++) {
    const left = (x[i * size + j] as number) * scale;
    if (left === 0) continue;
    b[j] = (b[j] as number) + left * target;
    for (let k = 0; k < size; k++) {
      gram[j * size + k] =
        (gram[j * size + k] as number) + left * scale * (x[i * size + k] as number);
    }
  }
}

const blended = (from: readonly number[], to: readonly number[], share: number): number[] =>
  from.map((term, j) => term + share * ((to[j] as number) - term));
