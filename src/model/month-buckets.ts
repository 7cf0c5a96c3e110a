/** Time integrals by month. See docs/model.md, section "Bills". */

/** Sums of weight times seconds, by month. */
export interface MonthBuckets {
  /**
   * Adds a weight that holds from one instant to a later one; time outside all months is ignored.
   */
  add(from: number, to: number, weight: number): void;
  /** Weight times seconds of each month. */
  totals(): Float64Array;
}

/**
 * The index of the month that contains an instant: -1 before the first month, the number of months
 * after the last.
 *
 * @param boundaries instants at which months begin, and the end of the last; ascending
 * @example monthIndex(Float64Array.of(0, 10, 20), 10) // 1
 */
export function monthIndex(boundaries: Float64Array, instant: number): number {
  const months = boundaries.length - 1;
  const begin = boundaries[0] ?? Infinity;
  const end = boundaries[months] ?? 0;
  if (!(instant >= begin)) return -1;
  if (instant >= end) return months;
  // Months have nearly the same length, so interpolation almost finds the month; the search
  // corrects it.
  let month = Math.max(0, Math.floor(((instant - begin) / (end - begin)) * months) - 1);
  while ((boundaries[month] ?? 0) > instant) month--;
  while ((boundaries[month + 1] ?? 0) <= instant) month++;
  return month;
}

/**
 * Buckets for months. The cost of `add` does not depend on the length of the span: whole months are
 * stored as differences and summed at the end.
 *
 * @example
 * const buckets = monthBuckets(Float64Array.of(0, 10, 20));
 * buckets.add(5, 15, 2);
 * buckets.totals() // Float64Array [10, 10]
 */
export function monthBuckets(boundaries: Float64Array): MonthBuckets {
  const months = boundaries.length - 1;
  const partial = new Float64Array(months + 1);
  const step = new Float64Array(months + 1);
  const [begin = 0, end = 0] = [boundaries[0], boundaries[months]];
  return {
    add(from, to, weight) {
      if (weight === 0) return;
      const start = Math.max(from, begin);
      const stop = Math.min(to, end);
      if (!(stop > start)) return;
      const first = monthIndex(boundaries, start);
      const last = Math.min(monthIndex(boundaries, stop), months);
      if (first === last) {
        partial[first] = (partial[first] ?? 0) + weight * (stop - start);
        return;
      }
      const next = boundaries[first + 1] ?? end;
      partial[first] = (partial[first] ?? 0) + weight * (next - start);
      partial[last] = (partial[last] ?? 0) + weight * (stop - (boundaries[last] ?? end));
      step[first + 1] = (step[first + 1] ?? 0) + weight;
      step[last] = (step[last] ?? 0) - weight;
    },
    totals() {
      const sums = new Float64Array(months);
      let weight = 0;
      for (let month = 0; month < months; month++) {
        weight += step[month] ?? 0;
        const length = (boundaries[month + 1] ?? 0) - (boundaries[month] ?? 0);
        // Rounding may leave a small negative number where equal weights were added and subtracted.
        sums[month] = Math.max(0, weight) * length + (partial[month] ?? 0);
      }
      return sums;
    },
  };
}
