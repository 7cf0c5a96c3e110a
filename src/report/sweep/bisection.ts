import { significant } from '../../units/dimension.ts';

/** The ends of a search, in the unit that the values are written in. */
export interface Ends {
  readonly from: number;
  readonly to: number;
  /** Whether only whole numbers make sense. */
  readonly whole: boolean;
}

/** The least value that helps, and the largest that was tried and does not; null where there is none. */
export interface Found {
  readonly least: number | null;
  readonly short: number | null;
}

/** Two values that differ by less than this share are the same to a planner. */
const CLOSE = 0.01;

/**
 * Finds the least value that helps, by bisection: where one helps, every larger one must. Values are
 * rounded to three digits, so that they can be written down.
 *
 * @example
 * await leastThatHelps({ from: 1, to: 100, whole: true }, async (n) => n * n > 50)
 * // { least: 8, short: 7 }
 */
export async function leastThatHelps(
  { from, to, whole }: Ends,
  helps: (value: number) => Promise<boolean>,
): Promise<Found> {
  if (await helps(from)) return { least: from, short: null };
  if (!(await helps(to))) return { least: null, short: to };
  let [short, least] = [from, to];
  for (;;) {
    const middle = between(short, least, whole);
    const isClose = !whole && least / short - 1 <= CLOSE;
    if (isClose || middle <= short || middle >= least) return { least, short };
    if (await helps(middle)) least = middle;
    else short = middle;
  }
}

/** Rates and sizes are tried by their ratio, numbers of things by their difference. */
function between(low: number, high: number, whole: boolean): number {
  if (whole) return Math.floor((low + high) / 2);
  return Number(significant(low > 0 ? Math.sqrt(low * high) : (low + high) / 2, 3));
}
