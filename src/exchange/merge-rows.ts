import { KEY_SIZE } from './index-row.ts';

interface Head {
  row: Buffer;
  readonly rest: Iterator<Buffer>;
}

/** Merges sorted streams of rows into one sorted stream (k-way merge); holds one row of each. */
export function* mergeRows(streams: readonly Iterable<Buffer>[]): Generator<Buffer> {
  const heap: Head[] = [];
  for (const stream of streams) {
    const rest = stream[Symbol.iterator]();
    const first = rest.next();
    if (!first.done) heap.push({ row: first.value, rest });
  }
  for (let at = heap.length >> 1; at >= 0; at--) sink(heap, at);
  for (let least = heap[0]; least; least = heap[0]) {
    yield least.row;
    const next = least.rest.next();
    if (!next.done) least.row = next.value;
    else {
      const last = heap.pop();
      if (last && last !== least) heap[0] = last;
    }
    sink(heap, 0);
  }
}

/** Restores the heap order when only the element at `from` may be too large. */
function sink(heap: Head[], from: number): void {
  for (let at = from; ; ) {
    const child = lesser(heap, 2 * at + 1, 2 * at + 2);
    const [above, below] = [heap[at], heap[child]];
    if (!above || !below || compare(above, below) <= 0) return;
    heap[at] = below;
    heap[child] = above;
    at = child;
  }
}

function lesser(heap: readonly Head[], left: number, right: number): number {
  const [a, b] = [heap[left], heap[right]];
  return a && b && compare(b, a) < 0 ? right : left;
}

const compare = (a: Head, b: Head): number => a.row.compare(b.row, 0, KEY_SIZE, 0, KEY_SIZE);
