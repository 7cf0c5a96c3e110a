import type { History } from '../chain/history.ts';
import type { Points } from './newest-point.ts';

/**
 * What restores of older points of style reverse read. The newest point is the full; an older one is
 * come to from it, back over the reverse increments in between. So what a point needs grows with
 * every run that follows, up to a full that was made anew, from which on it stays. By place among
 * the points that ever were.
 */
export interface ReverseReads {
  /** Bytes of the reverse increments of all points before each. */
  readonly before: Float64Array;
  /** The place of the full behind which nothing of what a point needs is added; -1: there is none. */
  readonly closes: Int32Array;
}

/** The reverse increments of a chain whose points are those of `runs`; null in other styles. */
export function reverseReads({ left }: History, runs: Int32Array): ReverseReads | null {
  if (left.length === 0) return null;
  const before = new Float64Array(runs.length);
  const closes = new Int32Array(runs.length).fill(-1);
  for (let place = 1; place < runs.length; place++) {
    const bytes = left[runs[place - 1] as number] as number;
    before[place] = (before[place - 1] as number) + (Number.isNaN(bytes) ? 0 : bytes);
  }
  for (let place = runs.length - 2, full = -1; place >= 0; place--) {
    // What has left no reverse increment stayed a full, though others followed.
    if (Number.isNaN(left[runs[place] as number] as number)) full = place;
    closes[place] = full;
  }
  return { before, closes };
}

/** The place of the full that the restore of a point begins with at an instant. */
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
