/**
 * Jobs in the order of a key, equal keys in the order in which they were put in: a heap (Williams
 * 1964) in one array, so that it allocates only where it grows. Four children a parent rather than
 * two halve its depth, and the four lie side by side in the memory (LaMarca and Ladner 1996).
 */
export interface Queue {
  /** For each job in the heap its key, its serial and its index. */
  data: Float64Array;
  size: number;
  next: number;
}

const CHILDREN = 4;
const STRIDE = 3;
const SERIAL = 1;
const JOB = 2;

/** An empty queue with room for so many jobs; it doubles when they are more. */
export const newQueue = (room = 4): Queue => ({
  data: new Float64Array(room * STRIDE),
  size: 0,
  next: 0,
});

/** The least key, or Infinity where the queue is empty. */
export const firstKey = ({ data, size }: Queue): number =>
  size > 0 ? (data[0] as number) : Infinity;

/** The index of the job with the least key; the queue must not be empty. */
export const firstJob = ({ data }: Queue): number => data[JOB] as number;

/** Puts a job in, given by its index, behind all with the same key. */
export function put(queue: Queue, key: number, job: number): void {
  if ((queue.size + 1) * STRIDE > queue.data.length) grow(queue);
  const { data } = queue;
  let place = queue.size++;
  while (place > 0) {
    const parent = ((place - 1) / CHILDREN) | 0;
    if ((data[parent * STRIDE] as number) <= key) break;
    copy(data, parent, place);
    place = parent;
  }
  const at = place * STRIDE;
  data[at] = key;
  data[at + SERIAL] = queue.next++;
  data[at + JOB] = job;
}

/** Puts another job in the place of the one with the least key; the queue must not be empty. */
export function replaceFirst({ data }: Queue, job: number): void {
  data[JOB] = job;
}

/** Takes out the job with the least key; the queue must not be empty. */
export function dropFirst(queue: Queue): void {
  const last = --queue.size;
  if (last > 0) sink(queue, 0, last);
}

/** Takes a job out wherever it stands, and has to look for it: for what is rare. */
export function drop(queue: Queue, job: number): void {
  const rest: number[] = [];
  const { data, size } = queue;
  for (let place = 0; place < size; place++) {
    if (data[place * STRIDE + JOB] !== job) rest.push(place);
  }
  rest.forEach((from, to) => {
    copy(data, from, to);
  });
  queue.size = rest.length;
  for (let place = ((queue.size - 2) / CHILDREN) | 0; place >= 0; place--) {
    // Room behind the last row holds the row that sinks.
    copy(data, place, queue.size);
    sink(queue, place, queue.size);
  }
}

/** Puts the row that stands at `from` where it belongs, below a place that is free. */
function sink({ data, size }: Queue, place: number, from: number): void {
  const key = data[from * STRIDE] as number;
  const serial = data[from * STRIDE + SERIAL] as number;
  let free = place;
  for (let first = CHILDREN * free + 1; first < size; first = CHILDREN * free + 1) {
    const end = Math.min(first + CHILDREN, size);
    let child = first;
    let least = data[first * STRIDE] as number;
    for (let next = first + 1; next < end; next++) {
      const other = data[next * STRIDE] as number;
      if (other > least || (other === least && isOlder(data, child, next))) continue;
      child = next;
      least = other;
    }
    if (key < least || (key === least && serial < (data[child * STRIDE + SERIAL] as number))) break;
    copy(data, child, free);
    free = child;
  }
  copy(data, from, free);
}

/** Whether the row at one place was put in before that at another. */
const isOlder = (data: Float64Array, a: number, b: number): boolean =>
  (data[a * STRIDE + SERIAL] as number) < (data[b * STRIDE + SERIAL] as number);

function copy(data: Float64Array, from: number, to: number): void {
  const source = from * STRIDE;
  const target = to * STRIDE;
  data[target] = data[source] as number;
  data[target + SERIAL] = data[source + SERIAL] as number;
  data[target + JOB] = data[source + JOB] as number;
}

function grow(queue: Queue): void {
  const larger = new Float64Array(queue.data.length * 2);
  larger.set(queue.data);
  queue.data = larger;
}
