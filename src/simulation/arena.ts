/**
 * Room for the numbers of a run, which the run after it takes over: it asks for the same, in the same
 * order. To make such arrays anew for each of thousands of runs takes longer than to clear them.
 */
export interface Arena {
  readonly numbers: ArrayPool<Float64Array>;
  readonly ints: ArrayPool<Int32Array>;
  readonly bytes: ArrayPool<Uint8Array>;
}

/** Arrays of one kind, and how many of them this run has taken. */
interface ArrayPool<A> {
  readonly arrays: A[];
  taken: number;
}

const emptyPool = <A>(): ArrayPool<A> => ({ arrays: [], taken: 0 });

/** Room that nothing was taken of. */
export const newArena = (): Arena => ({
  numbers: emptyPool(),
  ints: emptyPool(),
  bytes: emptyPool(),
});

/** Lets a new run take over what the one before it was played in. */
export function reset({ numbers, ints, bytes }: Arena): void {
  numbers.taken = 0;
  ints.taken = 0;
  bytes.taken = 0;
}

/** Takes so many numbers, all of them 0. */
export function take({ numbers }: Arena, length: number): Float64Array {
  const place = numbers.taken++;
  const reused = numbers.arrays[place];
  if (reused?.length === length) return reused.fill(0);
  const made = new Float64Array(length);
  numbers.arrays[place] = made;
  return made;
}

/** Takes so many whole numbers, all of them 0. */
export function takeInts({ ints }: Arena, length: number): Int32Array {
  const place = ints.taken++;
  const reused = ints.arrays[place];
  if (reused?.length === length) return reused.fill(0);
  const made = new Int32Array(length);
  ints.arrays[place] = made;
  return made;
}

/** Takes so many bytes, all of them 0. */
export function takeBytes({ bytes }: Arena, length: number): Uint8Array {
  const place = bytes.taken++;
  const reused = bytes.arrays[place];
  if (reused?.length === length) return reused.fill(0);
  const made = new Uint8Array(length);
  bytes.arrays[place] = made;
  return made;
}
