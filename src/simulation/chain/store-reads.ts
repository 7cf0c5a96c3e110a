import { monthIndex } from '../../model/month-buckets.ts';
import { listsFor, objectsFor } from '../../model/object-requests.ts';
import { type Arena, take } from '../arena.ts';

/**
 * What copies and checks read from one object store: sums by month of the bill and by the class in
 * which the objects lie then. Arrays are month by month, within a month class by class.
 */
export interface StoreReads extends ReadTerms {
  readonly boundaries: Float64Array;
  readonly bytes: Float64Array;
  readonly objects: Float64Array;
  /** Read requests, less those that are free. */
  readonly gets: Float64Array;
  /** Requests that list them, less the free ones. */
  readonly lists: Float64Array;
  /** Bytes that go to the internet, and to another store of the same provider. */
  readonly toInternet: Float64Array;
  readonly toRegion: Float64Array;
}

/** What decides how a read is billed. */
export interface ReadTerms {
  /** Classes that objects may lie in. */
  readonly classes: number;
  /** Read requests of a day that are free. */
  readonly freeGets: number;
  readonly freeLists: number;
  /** Those that were made; stores of one account have the same. */
  readonly free: FreeCalls;
}

/** Requests that were free so far, by day from the beginning of the first month on. */
export interface FreeCalls {
  readonly gets: Float64Array;
  readonly lists: Float64Array;
}

const DAY = 86_400;

/** No free requests made yet. `boundaries`: those of the months of the bill. */
export function newFreeCalls(boundaries: Float64Array, arena: Arena): FreeCalls {
  const [begin = 0, end = 0] = [boundaries[0], boundaries[boundaries.length - 1]];
  const days = Math.ceil((end - begin) / DAY);
  return { gets: take(arena, days), lists: take(arena, days) };
}

/** No reads from an object store yet. `boundaries`: those of the months of the bill. */
export function newStoreReads(
  boundaries: Float64Array,
  terms: ReadTerms,
  arena: Arena,
): StoreReads {
  const sums = (): Float64Array => take(arena, (boundaries.length - 1) * terms.classes);
  return {
    ...terms,
    boundaries,
    bytes: sums(),
    objects: sums(),
    gets: sums(),
    lists: sums(),
    toInternet: sums(),
    toRegion: sums(),
  };
}

/** The class in which objects of an age lie: 0 is the first. */
function stayAt(moves: readonly number[], age: number): number {
  let stay = 0;
  while (stay < moves.length && age >= (moves[stay] as number)) stay++;
  return stay;
}

/** Where the bytes of a read go, and what it has to ask for. */
interface ReadWay {
  /** Whether they leave the site of the store, and whether for a store of the same provider. */
  readonly leaves: boolean;
  readonly within: boolean;
  /** Whether the objects are listed first, by a reader that did not write them just now. */
  readonly lists?: boolean;
  /** Bytes of the objects that are read, and the ages at which those are moved. */
  readonly objectBytes: number;
  readonly moves: readonly number[];
}

/**
 * Adds a read at an instant of bytes that were written `age` seconds before. What is free of a day
 * counts once for all reads of an account on that day.
 */
export function addRead(
  reads: StoreReads,
  at: number,
  age: number,
  bytes: number,
  { leaves, within, lists = false, objectBytes, moves }: ReadWay,
): void {
  const { freeGets, freeLists, free, boundaries, classes } = reads;
  const months = boundaries.length - 1;
  const month = Math.min(months - 1, Math.max(0, monthIndex(boundaries, at)));
  const place = month * classes + stayAt(moves, age);
  const objects = objectsFor(bytes, objectBytes);
  add(reads.bytes, place, bytes);
  add(reads.objects, place, objects);
  const day = Math.floor((at - (boundaries[0] as number)) / DAY);
  add(reads.gets, place, objects - taken(free.gets, day, objects, freeGets));
  if (lists) {
    const listed = listsFor(objects);
    add(reads.lists, place, listed - taken(free.lists, day, listed, freeLists));
  }
  if (leaves) add(within ? reads.toRegion : reads.toInternet, place, bytes);
}

/** How many of the requests of a day are free, beside those that were; there are no days outside the bill. */
function taken(made: Float64Array, day: number, requests: number, most: number): number {
  const before = made[day];
  if (before === undefined || most === 0) return 0;
  const free = Math.min(requests, most - before);
  made[day] = before + free;
  return free;
}

const add = (sums: Float64Array, place: number, amount: number): void => {
  sums[place] = (sums[place] as number) + amount;
};
