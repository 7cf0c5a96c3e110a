/** Occurrences of one window: the instants at which it opens and closes, ascending. */
export interface WindowOccurrences {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
}

/** Index of the occurrence that is open at an instant, or else of the next one to open. */
export function occurrenceAt({ opens, closes }: WindowOccurrences, instant: number): number {
  let low = 0;
  let high = opens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((opens[middle] ?? 0) > instant) high = middle;
    else low = middle + 1;
  }
  return low > 0 && (closes[low - 1] ?? 0) > instant ? low - 1 : low;
}
