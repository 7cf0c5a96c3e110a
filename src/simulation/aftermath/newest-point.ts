/**
 * Which restore point would be restored, as a function of the instant at which a disaster comes.
 *
 * A point is valid from the instant at which it is usable and known to be good until it is removed
 * or its lock ends. At each instant the newest valid point over all surviving copies wins. The sweep
 * visits starts of validity in time order and keeps the Pareto front of the valid points in a stack:
 * from bottom to top the points get newer and expire earlier. So the top is the answer, and a point
 * that is both older and earlier to expire than another one is dropped. Only a point of a slower
 * copy, which becomes usable late, is inserted below the top.
 */

/** All points of one copy that were ever usable, in the order of their runs. */
export interface Points {
  readonly count: number;
  /** Instant whose data each point holds. */
  readonly time: Float64Array;
  /** Instants at which it became usable and was removed; Infinity: it was never removed. */
  readonly usable: Float64Array;
  readonly gone: Float64Array;
}

/** The points of one surviving copy, and the conditions under which they can be restored. */
export interface Candidates {
  readonly points: Points;
  /** Seconds that the damage stays unnoticed: only points at least that old are good. */
  readonly silent: number;
  /** Seconds from `usable` for which a point survives because it is locked; Infinity: no limit. */
  readonly held: number;
}

/**
 * Called with a time interval and the point that is restored throughout it; `list` is -1 where there
 * is no good point.
 */
export type Stretch = (begin: number, end: number, list: number, index: number) => void;

/**
 * Divides the time from the first good point to `end` into intervals with one newest good point
 * each, over all copies. Points with the same time: the copy that comes first in `lists` wins.
 *
 * @returns seconds of that time without any good point.
 * @example
 * // one point of instant 0, there from 10 to 30; another of instant 20, there from 25 on
 * sweep([{ points, silent: 0, held: Infinity }], 40, emit)
 * // emits (10, 25, 0, 0) and (25, 40, 0, 1); returns 0
 */
export function sweep(lists: readonly Candidates[], end: number, emit: Stretch): number {
  const next = new Int32Array(lists.length);
  const starts = Float64Array.from(lists, (list) => validFrom(list, 0));
  const valid: ValidPoints = { lists, list: [], index: [], until: [], count: 0 };
  let now = Number.NaN;
  let unprotected = 0;
  for (;;) {
    const list = earliest(starts);
    const at = list < 0 ? end : Math.min(end, starts[list] as number);
    if (!Number.isNaN(now)) {
      now = emitUntil(valid, now, at, emit);
      if (at > now) emit(now, at, -1, -1);
      unprotected += at - now;
    }
    if (at >= end) return unprotected;
    const index = next[list] as number;
    next[list] = index + 1;
    starts[list] = validFrom(lists[list] as Candidates, index + 1);
    // A point that expires before it is known to be good does not begin the time that counts.
    if (Number.isNaN(now) && validUntil(lists[list] as Candidates, index) <= at) continue;
    now = at;
    insert(valid, list, index);
  }
}

/** The stack of valid points: upwards they get newer (ties: earlier list) and expire earlier. */
interface ValidPoints {
  readonly lists: readonly Candidates[];
  /** By position in the stack: which list a point is from, its index there, and its expiry. */
  readonly list: number[];
  readonly index: number[];
  readonly until: number[];
  /** Height of the stack; the arrays may be longer. */
  count: number;
}

/** Instant from which a point is usable and known to be good; Infinity past the last point. */
export const validFrom = ({ points, silent }: Candidates, index: number): number =>
  index < points.count
    ? Math.max(points.usable[index] as number, (points.time[index] as number) + silent)
    : Infinity;

/** Instant at which a point is removed, or its lock ends if only the lock protects it. */
export const validUntil = ({ points, held }: Candidates, index: number): number =>
  Math.min(points.gone[index] as number, (points.usable[index] as number) + held);

/** The list whose next point becomes valid first; -1 when all lists are exhausted. */
function earliest(starts: Float64Array): number {
  let found = -1;
  let least = Infinity;
  for (let i = 0; i < starts.length; i++) {
    if ((starts[i] as number) >= least) continue;
    found = i;
    least = starts[i] as number;
  }
  return found;
}

/**
 * Emits the intervals between two instants and pops the points that expire by then.
 *
 * @returns `then`, or the earlier instant from which on no point is valid.
 */
function emitUntil(valid: ValidPoints, from: number, then: number, emit: Stretch): number {
  let now = from;
  while (valid.count > 0 && now < then) {
    const top = valid.count - 1;
    const expiry = valid.until[top] as number;
    const until = Math.min(then, expiry);
    if (until > now) {
      emit(now, until, valid.list[top] as number, valid.index[top] as number);
      now = until;
    }
    if (expiry > then) return then;
    valid.count--;
  }
  return valid.count > 0 ? then : now;
}

/** Adds a point to the stack. In place: a splice would allocate an array for every point. */
function insert(valid: ValidPoints, ownList: number, ownIndex: number): void {
  const { lists, list, index, until, count } = valid;
  const own = lists[ownList] as Candidates;
  const time = own.points.time[ownIndex] as number;
  const expiry = validUntil(own, ownIndex);
  let place = count;
  while (place > 0) {
    const other = list[place - 1] as number;
    const otherTime = lists[other]?.points.time[index[place - 1] as number] as number;
    if (otherTime < time || (otherTime === time && other >= ownList)) break;
    place--;
  }
  // A better point that expires no earlier makes this one redundant.
  if (place < count && (until[place] as number) >= expiry) return;
  // This one makes all worse points redundant that expire no later.
  let first = place;
  while (first > 0 && (until[first - 1] as number) <= expiry) first--;
  const better = count - place;
  if (better > 0) move(valid, place, first + 1, better);
  list[first] = ownList;
  index[first] = ownIndex;
  until[first] = expiry;
  valid.count = first + 1 + better;
}

/** Moves `count` entries of the stack: down by any distance, or up by one. */
function move({ list, index, until }: ValidPoints, from: number, to: number, count: number): void {
  const step = to < from ? 1 : -1;
  for (let n = 0, i = step > 0 ? 0 : count - 1; n < count; n++, i += step) {
    list[to + i] = list[from + i] as number;
    index[to + i] = index[from + i] as number;
    until[to + i] = until[from + i] as number;
  }
}
