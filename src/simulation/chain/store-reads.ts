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
  /** Read requests, less those of a day that are free. */
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
 * Adds a read at an instant of bytes that were written `age` seconds before. Each read has a day of
 * its own, so each has the free requests of a day.
 *
 */
export function addRead(
  reads: StoreReads,
  at: number,
  age: number,
  bytes: number,
  { leaves, within, lists = false, objectBytes, moves }: ReadWay,
): void {
  const { freeGets, freeLists, boundaries, classes } = reads;
  const months = boundaries.length - 1;
  const month = Math.min(months - 1, Math.max(0, monthIndex(boundaries, at)));
  const place = month * classes + stayAt(moves, age);
  const objects = objectsFor(bytes, objectBytes);
  add(reads.bytes, place, bytes);
  add(reads.objects, place, objects);
  add(reads.gets, place, Math.max(0, objects - freeGets));
  if (lists) add(reads.lists, place, Math.max(0, listsFor(objects) - freeLists));
  if (leaves) add(within ? reads.toRegion : reads.toInternet, place, bytes);
}

const add = (sums: Float64Array, place: number, amount: number): void => {
  sums[place] = (sums[place] as number) + amount;
};
