/** Occurrences of one window: when it opens and closes. */
export interface WindowOccurrences {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
}

/** The last occurrence to have opened at an instant if it is still open, or the next one to open. */
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
