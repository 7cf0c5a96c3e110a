/** Points that come into question after a disaster, of one copy, in the order of their coming. */
export interface Candidates {
  /** The copy they belong to, as a number of the caller: of equal points that of the lower one is taken. */
  readonly of: number;
  readonly count: number;
  /** Instant that each holds. */
  readonly time: Float64Array;
  /** Between which instants of a disaster it is good and there. */
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Called for each stretch of time in which one point is the newest good one. */
export type Stretch = (begin: number, end: number, of: number, index: number) => void;

/**
 * Goes through the time in which a disaster may come and says which point is the newest good one:
 * stretch by stretch, over all copies that survive. Begins when the first point can be used.
 *
 * @returns seconds of that time in which there is no point at all.
 * @example
 * // one point of instant 0, there from 10 to 30; another of instant 20, there from 25 on
 * sweep([{ of: 0, count: 2, time: [0, 20], from: [10, 25], to: [30, Infinity] }], 40, emit)
 * // emits (10, 25, 0, 0) and (25, 40, 0, 1); returns 0
 */
export function sweep(lists: readonly Candidates[], end: number, emit: Stretch): number {
  const next = new Int32Array(lists.length);
  // The good points that are there, the best last; each outlives those after it.
  const held: Held[] = [];
  let now = Number.NaN;
  let bare = 0;
  for (;;) {
    const list = earliest(lists, next);
    const at = list < 0 ? end : Math.min(end, startOf(lists, next, list));
    if (!Number.isNaN(now)) {
      now = pass(held, now, at, emit);
      bare += at - now;
    }
    if (at >= end) return bare;
    now = at;
    add(held, lists[list] as Candidates, next[list] as number);
    next[list] = (next[list] as number) + 1;
  }
}

interface Held {
  readonly list: Candidates;
  readonly index: number;
}

const startOf = (lists: readonly Candidates[], next: Int32Array, list: number): number =>
  (lists[list] as Candidates).from[next[list] as number] as number;

function earliest(lists: readonly Candidates[], next: Int32Array): number {
  let found = -1;
  for (let i = 0; i < lists.length; i++) {
    if ((next[i] as number) >= (lists[i] as Candidates).count) continue;
    if (found < 0 || startOf(lists, next, i) < startOf(lists, next, found)) found = i;
  }
  return found;
}

const toOf = ({ list, index }: Held): number => list.to[index] as number;
const timeOf = ({ list, index }: Held): number => list.time[index] as number;

const isBetter = (a: Held, b: Held): boolean =>
  timeOf(a) > timeOf(b) || (timeOf(a) === timeOf(b) && a.list.of < b.list.of);

/** Emits what holds from now to then; returns the instant from which on there was nothing. */
function pass(held: Held[], from: number, then: number, emit: Stretch): number {
  let now = from;
  for (let best = held[held.length - 1]; best && now < then; best = held[held.length - 1]) {
    const until = Math.min(then, toOf(best));
    if (until > now) emit(now, until, best.list.of, best.index);
    now = Math.max(now, until);
    if (toOf(best) > then) return then;
    held.pop();
  }
  return held.length > 0 ? then : now;
}

function add(held: Held[], list: Candidates, index: number): void {
  const one = { list, index };
  let place = held.length;
  while (place > 0 && isBetter(held[place - 1] as Held, one)) place--;
  // What is better and stays longer makes it needless.
  if (place < held.length && toOf(held[place] as Held) >= toOf(one)) return;
  let first = place;
  while (first > 0 && toOf(held[first - 1] as Held) <= toOf(one)) first--;
  held.splice(first, place - first, one);
}
