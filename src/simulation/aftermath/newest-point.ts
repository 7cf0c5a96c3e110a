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
  const froms = Float64Array.from(lists, (list) => fromOf(list, 0));
  held.lists = lists;
  held.count = 0;
  let now = Number.NaN;
  let unprotected = 0;
  for (;;) {
    const list = earliest(froms);
    const at = list < 0 ? end : Math.min(end, froms[list] as number);
    if (!Number.isNaN(now)) {
      now = pass(now, at, emit);
      unprotected += at - now;
    }
    if (at >= end) return unprotected;
    const index = next[list] as number;
    next[list] = index + 1;
    froms[list] = fromOf(lists[list] as Candidates, index + 1);
    // What is gone before it is known to be good begins nothing.
    if (Number.isNaN(now) && toOf(lists[list] as Candidates, index) <= at) continue;
    now = at;
    add(list, index);
  }
}

/** The good points that are there, the best last; each outlives those after it. */
interface Held {
  lists: readonly Candidates[];
  readonly list: number[];
  readonly index: number[];
  /** When each goes. */
  readonly to: number[];
  /** How many there are; what stands behind them is spent. */
  count: number;
}

/** Used again for every sweep. */
const held: Held = { lists: [], list: [], index: [], to: [], count: 0 };

/** When a point can be used and is good; Infinity behind the last. */
const fromOf = ({ points, silent }: Candidates, index: number): number =>
  index < points.count
    ? Math.max(points.usable[index] as number, (points.time[index] as number) + silent)
    : Infinity;

const toOf = ({ points, held }: Candidates, index: number): number =>
  Math.min(points.gone[index] as number, (points.usable[index] as number) + held);

/** The list whose next point comes first, or -1 where none comes any more. */
function earliest(froms: Float64Array): number {
  let found = -1;
  let least = Infinity;
  for (let i = 0; i < froms.length; i++) {
    if ((froms[i] as number) >= least) continue;
    found = i;
    least = froms[i] as number;
  }
  return found;
}

/** Emits what holds from now to then; returns the instant from which on there was nothing. */
function pass(from: number, then: number, emit: Stretch): number {
  let now = from;
  while (held.count > 0 && now < then) {
    const last = held.count - 1;
    const to = held.to[last] as number;
    const until = Math.min(then, to);
    if (until > now) {
      emit(now, until, held.list[last] as number, held.index[last] as number);
      now = until;
    }
    if (to > then) return then;
    held.count--;
  }
  return held.count > 0 ? then : now;
}

/** Takes in a point: in place, for a splice would make an array of what goes, for every point. */
function add(of: number, at: number): void {
  const { lists, list, index, to, count } = held;
  const own = lists[of] as Candidates;
  const time = own.points.time[at] as number;
  const goes = toOf(own, at);
  let place = count;
  while (place > 0) {
    const other = list[place - 1] as number;
    const then = lists[other]?.points.time[index[place - 1] as number] as number;
    if (then < time || (then === time && other >= of)) break;
    place--;
  }
  // What is better and stays longer makes it needless.
  if (place < count && (to[place] as number) >= goes) return;
  let first = place;
  while (first > 0 && (to[first - 1] as number) <= goes) first--;
  const better = count - place;
  if (better > 0) move(place, first + 1, better);
  list[first] = of;
  index[first] = at;
  to[first] = goes;
  held.count = first + 1 + better;
}

/** Moves so many of them from one place to another: down, or up by one. */
function move(from: number, to: number, number: number): void {
  const { list, index, to: goes } = held;
  const step = to < from ? 1 : -1;
  for (let n = 0, i = step > 0 ? 0 : number - 1; n < number; n++, i += step) {
    list[to + i] = list[from + i] as number;
    index[to + i] = index[from + i] as number;
    goes[to + i] = goes[from + i] as number;
  }
}
