/**
 * Least squares with coefficients that are not negative, from the normal equations: the x ≥ 0 that
 * minimises ½·xᵀGx − bᵀx, where G = AᵀA and b = Aᵀy. Lawson and Hanson, Solving Least Squares
 * Problems (1974), algorithm NNLS. Columns are scaled to unit length meanwhile, so that units do not
 * matter. A column that is all zero gets 0.
 *
 * @param gram G, row after row, symmetric; b has as many entries as G has rows.
 * @param near an x that is near, if one is known: which of its entries are 0 is tried first.
 * @throws RangeError if the sizes do not fit.
 * @example
 * nnls([1, 0, 0, 1], [2, -1]) // [2, 0]
 */
export function nnls(
  gram: ArrayLike<number>,
  b: ArrayLike<number>,
  near: readonly number[] = [],
): number[] {
  const size = b.length;
  if (gram.length !== size * size) throw new RangeError('G has to be square, as wide as b is long');
  const scale = new Float64Array(size);
  for (let j = 0; j < size; j++)
    scale[j] = 1 / Math.sqrt((gram[j * size + j] as number) || Infinity);
  const g = new Float64Array(size * size);
  const target = new Float64Array(size);
  let tolerance = 0;
  for (let i = 0; i < size; i++) {
    const own = scale[i] as number;
    target[i] = (b[i] as number) * own;
    tolerance = Math.max(tolerance, 1e-10 * Math.abs(target[i] as number));
    for (let j = 0; j < size; j++)
      g[i * size + j] = (gram[i * size + j] as number) * own * (scale[j] as number);
  }
  const problem = { size, g, target };
  const x = new Array<number>(size).fill(0);
  const free = near.flatMap((value, j) => (value > 0 ? [j] : []));
  if (free.length > 0) settle(problem, x, free);
  for (let step = 0; step < 3 * size; step++) {
    const entering = steepest(problem, x, free, tolerance);
    if (entering < 0) break;
    free.push(entering);
    settle(problem, x, free);
  }
  for (let j = 0; j < size; j++) x[j] = (x[j] as number) * (scale[j] as number);
  return x;
}

/** The problem with columns of unit length: G row after row, and b. */
interface Scaled {
  readonly size: number;
  readonly g: Float64Array;
  readonly target: Float64Array;
}

/** The coefficient that is held at 0 and would lower the loss most if it rose; -1 if none would. */
function steepest(
  { size, g, target }: Scaled,
  x: readonly number[],
  free: readonly number[],
  tolerance: number,
): number {
  let best = -1;
  let most = tolerance;
  for (let j = 0; j < size; j++) {
    if (free.includes(j)) continue;
    let gain = target[j] as number;
    for (const i of free) gain -= (g[j * size + i] as number) * (x[i] as number);
    if (gain > most) [best, most] = [j, gain];
  }
  return best;
}

/** Solves for the free coefficients; those that would fall below 0 are held at 0 again. */
function settle(problem: Scaled, x: number[], free: number[]): void {
  while (free.length > 0) {
    const solution = solved(problem, free);
    if (solution.every((value) => value > 0)) {
      for (const [index, j] of free.entries()) x[j] = solution[index] as number;
      return;
    }
    // As far towards the solution as all stay at or above 0.
    let share = 1;
    for (const [index, j] of free.entries()) {
      const [now, then] = [x[j] as number, solution[index] as number];
      if (then <= 0) share = Math.min(share, now / (now - then));
    }
    for (const [index, j] of free.entries()) {
      const now = x[j] as number;
      x[j] = now + share * ((solution[index] as number) - now);
    }
    const kept = free.filter(
      (j, index) => (solution[index] as number) > 0 || (x[j] as number) > 1e-15,
    );
    for (const j of free) if (!kept.includes(j)) x[j] = 0;
    if (kept.length === free.length) kept.pop();
    free.splice(0, free.length, ...kept);
  }
}

/** Cholesky's factorisation and both substitutions, for the rows and columns that are free. */
function solved({ size, g, target }: Scaled, free: readonly number[]): Float64Array {
  const n = free.length;
  const lower = new Float64Array(n * n);
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const row = (free[i] as number) * size;
    for (let j = 0; j <= i; j++) {
      let sum = g[row + (free[j] as number)] as number;
      for (let k = 0; k < j; k++)
        sum -= (lower[i * n + k] as number) * (lower[j * n + k] as number);
      // A ridge of rounding's size stands in where columns are the same.
      lower[i * n + j] =
        i === j ? Math.sqrt(Math.max(sum, 1e-14)) : sum / (lower[j * n + j] as number);
    }
    let rest = target[free[i] as number] as number;
    for (let k = 0; k < i; k++) rest -= (lower[i * n + k] as number) * (x[k] as number);
    x[i] = rest / (lower[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i] as number;
    for (let k = i + 1; k < n; k++) rest -= (lower[k * n + i] as number) * (x[k] as number);
    x[i] = rest / (lower[i * n + i] as number);
  }
  return x;
}
