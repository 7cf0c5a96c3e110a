/**
 * Which copy is restored, as a function of the instant at which a disaster comes, where the newest
 * point of all (see `newest-point.ts`) takes longer to restore than was promised. Each surviving copy
 * offers its newest good point; who calls decides between them, instant by instant.
 */
import { type Candidates, type Stretch, validFrom, validUntil } from './newest-point.ts';

/**
 * Decides between the copies for a time in which each offers one point.
 *
 * @param newest index of the newest good point of each copy; -1: it has none.
 * @param next index of its first point that is not good yet; its number of points where all were.
 * @returns the index of a copy that has a point.
 */
export type Choose = (begin: number, end: number, newest: Int32Array, next: Int32Array) => number;

/**
 * Divides the time from the first good point to `end` into intervals in which each copy offers one
 * point, and emits the point of the copy that is chosen.
 *
 * @returns seconds of that time without any good point.
 * @example
 * // one point of instant 0, there from 10 to 30; another copy of it, there from 25 on
 * sweepCopies([one, other], 40, () => ..., emit) // decides for (10, 25), (25, 30) and (30, 40)
 */
export function sweepCopies(
  lists: readonly Candidates[],
  end: number,
  choose: Choose,
  emit: Stretch,
): number {
  const next = new Int32Array(lists.length);
  const newest = new Int32Array(lists.length).fill(-1);
  const expiry = new Float64Array(lists.length).fill(Infinity);
  // Index before which all points of a copy are gone for good.
  const spent = new Int32Array(lists.length);
  let now = Number.NaN;
  let unprotected = 0;
  for (;;) {
    const at = Math.min(end, nextEvent(lists, next, expiry));
    if (at > now) {
      if (hasAny(newest)) {
        const list = choose(now, at, newest, next);
        emit(now, at, list, newest[list] as number);
      } else {
        emit(now, at, -1, -1);
        unprotected += at - now;
      }
    }
    if (at >= end) return unprotected;
    let begun = !Number.isNaN(now);
    for (let i = 0; i < lists.length; i++) {
      const list = lists[i] as Candidates;
      let latest = newest[i] as number;
      while (validFrom(list, next[i] as number) <= at) latest = (next[i] as number)++;
      while (latest >= (spent[i] as number) && validUntil(list, latest) <= at) latest--;
      const isLeft = latest >= (spent[i] as number);
      if (!isLeft) spent[i] = next[i] as number;
      newest[i] = isLeft ? latest : -1;
      expiry[i] = isLeft ? validUntil(list, latest) : Infinity;
      begun ||= isLeft;
    }
    if (begun) now = at;
  }
}

function hasAny(newest: Int32Array): boolean {
  for (let i = 0; i < newest.length; i++) if ((newest[i] as number) >= 0) return true;
  return false;
}

/** The next instant at which a point becomes good, or the newest of a copy is no longer there. */
function nextEvent(lists: readonly Candidates[], next: Int32Array, expiry: Float64Array): number {
  let least = Infinity;
  for (let i = 0; i < lists.length; i++) {
    const from = validFrom(lists[i] as Candidates, next[i] as number);
    least = Math.min(least, from, expiry[i] as number);
  }
  return least;
}
