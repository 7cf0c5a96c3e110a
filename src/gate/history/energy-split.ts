/**
 * A split of a series: its first `at` values against those from there up to `end`, and how much they
 * differ.
 */
export interface EnergySplit {
  readonly at: number;
  readonly end: number;
  readonly q: number;
}

/**
 * Where a series splits into parts that differ most, by the energy distance of E-divisive (Matteson and
 * James, "A nonparametric approach for multiple change point analysis of multivariate data", 2014):
 * Q = nm ÷ (n + m) · (2·mean|x − y| − mean|x − x′| − mean|y − y′|), means of pairs of different
 * values. The second part may end before the series does, so that what changes and changes back shows.
 *
 * @param least values in either part.
 * @returns null where there are too few values.
 * @example
 * energySplit([0, 0, 0, 1, 1, 1], 2) // { at: 3, end: 6, q: 3 }, as 9 ÷ 6 · (2·1 − 0 − 0)
 */
export function energySplit(values: readonly number[], least: number): EnergySplit | null {
  const total = values.length;
  const within = sumsWithin(values);
  let best: EnergySplit | null = null;
  for (let at = least; at + least <= total; at++) {
    const left = within(0, at);
    for (let end = at + least; end <= total; end++) {
      const [n, m] = [at, end - at];
      const right = within(at, end);
      const between = within(0, end) - left - right;
      const energy = (2 * between) / (n * m) - meanOfPairs(left, n) - meanOfPairs(right, m);
      const q = ((n * m) / end) * energy;
      if (best === null || q > best.q) best = { at, end, q };
    }
  }
  return best;
}

const meanOfPairs = (sum: number, count: number): number =>
  count < 2 ? 0 : sum / ((count * (count - 1)) / 2);

/** Sums of the distances of all pairs of a stretch, by where it begins and ends. */
function sumsWithin(values: readonly number[]): (from: number, end: number) => number {
  const total = values.length;
  const width = total + 1;
  // By (from, end): the pairs of a stretch are those without its first, without its last, and both.
  const sums = new Float64Array(width * width);
  for (let length = 2; length <= total; length++) {
    for (let from = 0; from + length <= total; from++) {
      const end = from + length;
      const both = Math.abs((values[from] as number) - (values[end - 1] as number));
      sums[from * width + end] =
        (sums[(from + 1) * width + end] as number) +
        (sums[from * width + end - 1] as number) -
        (sums[(from + 1) * width + end - 1] as number) +
        both;
    }
  }
  return (from, end) => sums[from * width + end] as number;
}
