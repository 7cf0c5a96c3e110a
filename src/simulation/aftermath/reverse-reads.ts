import type { History } from '../chain/history.ts';
import type { Points } from './newest-point.ts';

/**
 * What restores of older points of style reverse read. The newest point is the full. An older point
 * is reached from it back over the reverse increments in between, so what it needs grows with every
 * later run, until a full made anew closes the chain. Indices are positions among the points that
 * were ever usable.
 */
export interface ReverseReads {
  /** Prefix sums: bytes of the reverse increments of all points before each one. */
  readonly before: Float64Array;
  /** The full that closes the chain of each point; -1: none does. */
  readonly closes: Int32Array;
}

/** The reverse increments of a chain with points of the given runs; null for other styles. */
export function reverseReads({ left }: History, runs: Int32Array): ReverseReads | null {
  if (left.length === 0) return null;
  const before = new Float64Array(runs.length);
  const closes = new Int32Array(runs.length).fill(-1);
  for (let place = 1; place < runs.length; place++) {
    const bytes = left[runs[place - 1] as number] as number;
    before[place] = (before[place - 1] as number) + (Number.isNaN(bytes) ? 0 : bytes);
  }
  for (let place = runs.length - 2, full = -1; place >= 0; place--) {
    // A point without a reverse increment stayed a full when later ones were made.
    if (Number.isNaN(left[runs[place] as number] as number)) full = place;
    closes[place] = full;
  }
  return { before, closes };
}

/** The full from which the restore of a point starts at an instant. */
export function fullFor(
  { closes }: ReverseReads,
  { usable, count }: Points,
  place: number,
  instant: number,
): number {
  let low = place;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((usable[middle] as number) <= instant) low = middle;
    else high = middle - 1;
  }
  const full = closes[place] as number;
  return full >= 0 && full < low ? full : low;
}
