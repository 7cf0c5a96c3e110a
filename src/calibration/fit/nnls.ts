/**
 * Least squares with coefficients that are not negative, from the normal equations: the x ≥ 0 that
 * minimises ½·xᵀGx − bᵀx, where G = AᵀA and b = Aᵀy. Lawson and Hanson, Solving Least Squares
 * Problems (1974), algorithm NNLS. Columns are scaled to unit length meanwhile, so that units do not
 * matter. A column that is all zero gets 0.
 *
 * @param gram G, row after row, symmetric; b has as many entries as G has rows.
 * @throws RangeError if the sizes do not fit.
 * @example
 * nnls([1, 0, 0, 1], [2, -1]) // [2, 0]
 */
export function nnls(gram: ArrayLike<number>, b: ArrayLike<number>): number[] {
  const size = b.length;
  if (gram.length !== size * size) throw new RangeError('G has to be square, as wide as b is long');
  const scale = Array.from(b, (_, j) => 1 / Math.sqrt((gram[j * size + j] as number) || Infinity));
  const at = (i: number, j: number): number =>
    (gram[i * size + j] as number) * (scale[i] as number) * (scale[j] as number);
  const target = Array.from(b, (value, j) => value * (scale[j] as number));
  const tolerance = 1e-10 * Math.max(...target.map(Math.abs), 0);
  const x = new Array<number>(size).fill(0);
  const free: number[] = [];
  for (let step = 0; step < 3 * size; step++) {
    const entering = steepest(at, target, x, free, tolerance);
    if (entering < 0) break;
    free.push(entering);
    settle(at, target, x, free);
  }
  return x.map((value, j) => value * (scale[j] as number));
}

type Entry = (i: number, j: number) => number;

/** The coefficient that is held at 0 and would lower the loss most if it rose; -1 if none would. */
function steepest(
  at: Entry,
  target: readonly number[],
  x: readonly number[],
  free: readonly number[],
  tolerance: number,
): number {
  let best = -1;
  let most = tolerance;
  for (let j = 0; j < x.length; j++) {
    if (free.includes(j)) continue;
    const gain = free.reduce((rest, i) => rest - at(j, i) * (x[i] as number), target[j] as number);
    if (gain > most) [best, most] = [j, gain];
  }
  return best;
}

/** Solves for the free coefficients; those that would fall below 0 are held at 0 again. */
function settle(at: Entry, target: readonly number[], x: number[], free: number[]): void {
  while (free.length > 0) {
    const solution = solved(at, target, free);
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
function solved(at: Entry, target: readonly number[], free: readonly number[]): number[] {
  const n = free.length;
  const lower: number[][] = [];
  const forward: number[] = [];
  for (let i = 0; i < n; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = at(free[i] as number, free[j] as number);
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (lower[j]?.[k] ?? (row[k] as number));
      // A ridge of rounding's size stands in where columns are the same.
      row.push(i === j ? Math.sqrt(Math.max(sum, 1e-14)) : sum / (lower[j]?.[j] as number));
    }
    lower.push(row);
    let rest = target[free[i] as number] as number;
    for (let k = 0; k < i; k++) rest -= (row[k] as number) * (forward[k] as number);
    forward.push(rest / (row[i] as number));
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = forward[i] as number;
    for (let k = i + 1; k < n; k++) rest -= (lower[k]?.[i] as number) * (x[k] as number);
    x[i] = rest / (lower[i]?.[i] as number);
  }
  return x;
}
