/**
 * Arrays that one run after another reuses. Every run of a block requests the same lengths in the
 * same order, so the n-th request gets the n-th array, cleared. That is faster than to allocate
 * anew.
 */
export interface Arena {
  readonly numbers: ArrayPool<Float64Array>;
  readonly ints: ArrayPool<Int32Array>;
  readonly bytes: ArrayPool<Uint8Array>;
  readonly work: WorkArrays;
}

/**
 * Arrays that chains use one after the other while their points are reviewed. With thousands of
 * chains, arrays of their own would always be cold in the cache.
 */
export interface WorkArrays {
  /** Reason bits by row. */
  why: Int32Array;
  /** By row: 1 + the index of the kept point that needs it; 0 if none does. */
  need: Int32Array;
}

/** Arrays of one type, and how many of them the current run has taken. */
interface ArrayPool<A> {
  readonly arrays: A[];
  taken: number;
}

const emptyPool = <A>(): ArrayPool<A> => ({ arrays: [], taken: 0 });

/** An empty arena. */
export const newArena = (): Arena => ({
  numbers: emptyPool(),
  ints: emptyPool(),
  bytes: emptyPool(),
  work: { why: new Int32Array(64), need: new Int32Array(64) },
});

/** Makes all arrays available again for the next run; results that refer to them become invalid. */
export function reset({ numbers, ints, bytes }: Arena): void {
  numbers.taken = 0;
  ints.taken = 0;
  bytes.taken = 0;
}

/** Takes an array of `length` floats, all 0. */
export function take({ numbers }: Arena, length: number): Float64Array {
  const place = numbers.taken++;
  const reused = numbers.arrays[place];
  if (reused?.length === length) return reused.fill(0);
  const made = new Float64Array(length);
  numbers.arrays[place] = made;
  return made;
}

/** Takes an array of `length` 32-bit integers, all 0. */
export function takeInts({ ints }: Arena, length: number): Int32Array {
  const place = ints.taken++;
  const reused = ints.arrays[place];
  if (reused?.length === length) return reused.fill(0);
  const made = new Int32Array(length);
  ints.arrays[place] = made;
  return made;
}

/** Takes an array of `length` bytes, all 0. */
export function takeBytes({ bytes }: Arena, length: number): Uint8Array {
  const place = bytes.taken++;
  const reused = bytes.arrays[place];
  if (reused?.length === length) return reused.fill(0);
  const made = new Uint8Array(length);
  bytes.arrays[place] = made;
  return made;
}
