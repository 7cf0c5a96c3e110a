/**
 * A priority queue of jobs; those with equal keys come in the order of insertion. It is a heap
 * (Williams 1964) in one array, so it allocates only to grow. Four children a parent instead of two
 * halve the depth and are adjacent in memory (LaMarca and Ladner 1996).
 */
export interface Queue {
  /** Three numbers a job: key, serial number of its insertion, index of the job. */
  data: Float64Array;
  size: number;
  next: number;
}

const CHILDREN = 4;
const STRIDE = 3;
const SERIAL = 1;
const JOB = 2;

/** An empty queue with space for so many jobs; it doubles when full. */
export const newQueue = (room = 4): Queue => ({
  data: new Float64Array(room * STRIDE),
  size: 0,
  next: 0,
});

/** The smallest key; Infinity if the queue is empty. */
export const firstKey = ({ data, size }: Queue): number =>
  size > 0 ? (data[0] as number) : Infinity;

/** The index of the job with the smallest key; the queue must not be empty. */
export const firstJob = ({ data }: Queue): number => data[JOB] as number;

/** Inserts a job by its index, after all jobs with the same key. */
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

/**
 * Replaces the job with the smallest key by another job with that key; the queue must not be empty.
 */
export function replaceFirst({ data }: Queue, job: number): void {
  data[JOB] = job;
}

/** Removes the job with the smallest key; the queue must not be empty. */
export function dropFirst(queue: Queue): void {
  const last = --queue.size;
  if (last > 0) sink(queue, 0, last);
}

/** The key of a job that is in the queue; takes linear time, for rare cases. */
export function keyOf({ data }: Queue, job: number): number {
  let place = 0;
  while (data[place * STRIDE + JOB] !== job) place++;
  return data[place * STRIDE] as number;
}

/**
 * Removes a job from anywhere in the queue and restores the heap; takes linear time, for rare
 * cases.
 */
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
    // The free row behind the last one holds the row that sinks.
    copy(data, place, queue.size);
    sink(queue, place, queue.size);
  }
}

/** Sifts the row at `from` down from a free place to where it belongs. */
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

/** Whether the row at one place was inserted before the row at another. */
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
