/** The points of one copy that ever could be used, in the order of their coming. */
export interface Points {
  readonly count: number;
  /** Instant that each holds. */
  readonly time: Float64Array;
  /** Instants from which it could be used, and at which it was removed; Infinity: it is there. */
  readonly usable: Float64Array;
  readonly gone: Float64Array;
}

/** Points that come into question after a disaster. */
export interface Candidates {
  readonly points: Points;
  /** Seconds by which the instant of a point must lie back, for it to be good. */
  readonly silent: number;
  /** Seconds for which a point is held once it can be used; Infinity where it is not held only so. */
  readonly held: number;
}

/** Called for each stretch of time in which one point is the newest good one. */
export type Stretch = (begin: number, end: number, list: number, index: number) => void;

/**
 * Goes through the time in which a disaster may come and says which point is the newest good one:
 * stretch by stretch, over all copies that survive. Of equal points that of the first list is taken.
 * Begins when the first point can be used.
 *
 * @returns seconds of that time in which there is no point at all.
 * @example
 * // one point of instant 0, there from 10 to 30; another of instant 20, there from 25 on
 * sweep([{ points, silent: 0, held: Infinity }], 40, emit)
 * // emits (10, 25, 0, 0) and (25, 40, 0, 1); returns 0
 */
export function sweep(lists: readonly Candidates[], end: number, emit: Stretch): number {
  const next = new Int32Array(lists.length);
  const held: Held = { lists, list: [], index: [] };
  let now = Number.NaN;
  let bare = 0;
  for (;;) {
    const list = earliest(lists, next);
    const at =
      list < 0 ? end : Math.min(end, fromOf(lists[list] as Candidates, next[list] as number));
    if (!Number.isNaN(now)) {
      now = pass(held, now, at, emit);
      bare += at - now;
    }
    if (at >= end) return bare;
    const index = next[list] as number;
    next[list] = index + 1;
    // What is gone before it is known to be good begins nothing.
    if (Number.isNaN(now) && toOf(lists[list] as Candidates, index) <= at) continue;
    now = at;
    add(held, list, index);
  }
}

/** The good points that are there, the best last; each outlives those after it. */
interface Held {
  readonly lists: readonly Candidates[];
  readonly list: number[];
  readonly index: number[];
}

const fromOf = ({ points, silent }: Candidates, index: number): number =>
  Math.max(points.usable[index] as number, (points.time[index] as number) + silent);

const toOf = ({ points, held }: Candidates, index: number): number =>
  Math.min(points.gone[index] as number, (points.usable[index] as number) + held);

function earliest(lists: readonly Candidates[], next: Int32Array): number {
  let found = -1;
  let least = Infinity;
  for (let i = 0; i < lists.length; i++) {
    const list = lists[i] as Candidates;
    const index = next[i] as number;
    if (index >= list.points.count) continue;
    const from = fromOf(list, index);
    if (found >= 0 && from >= least) continue;
    found = i;
    least = from;
  }
  return found;
}

/** Emits what holds from now to then; returns the instant from which on there was nothing. */
function pass(held: Held, from: number, then: number, emit: Stretch): number {
  const { lists, list, index } = held;
  let now = from;
  while (list.length > 0 && now < then) {
    const last = list.length - 1;
    const of = list[last] as number;
    const at = index[last] as number;
    const to = toOf(lists[of] as Candidates, at);
    const until = Math.min(then, to);
    if (until > now) {
      emit(now, until, of, at);
      now = until;
    }
    if (to > then) return then;
    list.pop();
    index.pop();
  }
  return list.length > 0 ? then : now;
}

function add({ lists, list, index }: Held, of: number, at: number): void {
  const own = lists[of] as Candidates;
  const time = own.points.time[at] as number;
  const to = toOf(own, at);
  const toAt = (place: number): number =>
    toOf(lists[list[place] as number] as Candidates, index[place] as number);
  let place = list.length;
  while (place > 0) {
    const other = list[place - 1] as number;
    const then = lists[other]?.points.time[index[place - 1] as number] as number;
    if (then < time || (then === time && other >= of)) break;
    place--;
  }
  // What is better and stays longer makes it needless.
  if (place < list.length && toAt(place) >= to) return;
  let first = place;
  while (first > 0 && toAt(first - 1) <= to) first--;
  if (place === list.length && first === place) {
    list.push(of);
    index.push(at);
    return;
  }
  list.splice(first, place - first, of);
  index.splice(first, place - first, at);
}
