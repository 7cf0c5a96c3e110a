/**
 * Pairing heaps of jobs by a key (Fredman, Sedgewick, Sleator and Tarjan 1986), many in one pair
 * of arrays: a job is in at most one heap at a time, so nothing is allocated. Equal keys come out
 * in the order in which they went in.
 */
export interface Heaps {
  readonly key: Float64Array;
  readonly serial: Float64Array;
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  next: number;
}

export const newHeaps = (jobs: number): Heaps => ({
  key: new Float64Array(jobs),
  serial: new Float64Array(jobs),
  child: new Int32Array(jobs),
  sibling: new Int32Array(jobs),
  next: 0,
});

/** Puts a job with a key into the heap with this root (-1: an empty heap); returns the new root. */
export function insert(heaps: Heaps, root: number, job: number, key: number): number {
  heaps.key[job] = key;
  heaps.serial[job] = heaps.next++;
  heaps.child[job] = -1;
  heaps.sibling[job] = -1;
  return root < 0 ? job : meld(heaps, root, job);
}

function meld(heaps: Heaps, a: number, b: number): number {
  const { key, serial, child, sibling } = heaps;
  const keyA = key[a] as number;
  const keyB = key[b] as number;
  const aFirst = keyA < keyB || (keyA === keyB && (serial[a] as number) < (serial[b] as number));
  const top = aFirst ? a : b;
  const below = aFirst ? b : a;
  sibling[below] = child[top] as number;
  child[top] = below;
  return top;
}

/** Takes the root out and returns the new root, or -1 where the heap is empty. */
export function removeRoot(heaps: Heaps, root: number): number {
  const { child, sibling } = heaps;
  let pairs = -1;
  let next = child[root] as number;
  while (next >= 0) {
    const a = next;
    const b = sibling[a] as number;
    next = b < 0 ? -1 : (sibling[b] as number);
    sibling[a] = -1;
    if (b >= 0) sibling[b] = -1;
    const pair = b < 0 ? a : meld(heaps, a, b);
    sibling[pair] = pairs;
    pairs = pair;
  }
  let merged = -1;
  while (pairs >= 0) {
    const rest = sibling[pairs] as number;
    sibling[pairs] = -1;
    merged = merged < 0 ? pairs : meld(heaps, merged, pairs);
    pairs = rest;
  }
  return merged;
}
