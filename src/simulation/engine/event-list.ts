import { type Arena, take, takeInts } from '../arena.ts';
import {
  dropFirst,
  firstJob,
  firstKey,
  newQueue,
  put,
  type Queue,
  replaceFirst,
} from '../sharing/queue.ts';

/** Event of an attempt: its preparation is over, and data can flow. */
export const READY_TO_MOVE = 0;
/** Event of an attempt: the work after its last flow is done. */
export const FINISHED = 1;
/** Event of a job: its window closes and cuts it off. */
export const WINDOW_CLOSES = 2;
/** Event of a failed attempt: the next attempt begins. */
export const TRY_AGAIN = 3;
/** Event of a job: its window opens; it enters the slot queue. */
export const WINDOW_OPENS = 4;

/** A tag is 8 × the number of the attempt or job, plus one of the five kinds. */
const KIND_BITS = 3;

/** The kind of event that a tag stands for. */
export const kindOf = (tag: number): number => tag & ((1 << KIND_BITS) - 1);
/** The attempt or job that a tag is for; the event is void if that is no longer the current one. */
export const numberOf = (tag: number): number => tag >> KIND_BITS;

/**
 * Events at known times, ordered by (time, insertion).
 *
 * Jobs that begin at one instant and prepare equally long are due together, so many events share a
 * time. Events with the same time form a linked list, and only the lists stand in the heap. A small
 * hash table finds the list to append to. On a collision the older list of that bucket takes no
 * more entries; another list with the same time is then opened behind it, which keeps the order.
 */
export interface EventList {
  /** Heap of the lists, each given by its first entry. */
  readonly lists: Queue;
  /** By entry: time, index of the protection, tag, and the next entry of its list or -1. */
  times: Float64Array;
  jobs: Int32Array;
  tags: Int32Array;
  next: Int32Array;
  /** Entries ever used, and the first of those that are free again (linked by `next`), or -1. */
  used: number;
  free: number;
  /** By hash bucket: the last entry of the list that can be appended to; -1: none. */
  readonly last: Int32Array;
}

/** Number of hash buckets; a power of two. */
const BUCKETS = 256;

const bucketOf = (time: number): number => (time * 2_654_435.761) & (BUCKETS - 1);

/** An empty event list with space for `entries` events; it grows when needed. */
export const newEventList = (entries: number, arena: Arena): EventList => ({
  lists: newQueue(),
  times: take(arena, entries),
  jobs: takeInts(arena, entries),
  tags: takeInts(arena, entries),
  next: takeInts(arena, entries),
  used: 0,
  free: -1,
  last: takeInts(arena, BUCKETS).fill(-1),
});

/** Removes all events. */
export function clear(eventList: EventList): void {
  eventList.used = 0;
  eventList.free = -1;
  if (eventList.lists.size === 0) return;
  eventList.lists.size = 0;
  eventList.last.fill(-1);
}

/** Time of the first event; Infinity if there is none. */
export const firstTime = ({ lists }: EventList): number => firstKey(lists);
/** Index of the protection of the first event; there must be one. */
export const firstOf = ({ lists, jobs }: EventList): number => jobs[firstJob(lists)] as number;
/** Tag of the first event; there must be one. */
export const firstTag = ({ lists, tags }: EventList): number => tags[firstJob(lists)] as number;

/** Adds an event of a protection's attempt or job, given by its kind and number. */
export function schedule(
  eventList: EventList,
  index: number,
  time: number,
  kind: number,
  number: number,
): void {
  enter(eventList, time, index, (number << KIND_BITS) | kind);
}

/** Adds an event after all others with the same time. */
export function enter(eventList: EventList, time: number, job: number, tag: number): void {
  const entry = freeEntry(eventList);
  const { times, next, last, lists } = eventList;
  const bucket = bucketOf(time);
  const before = last[bucket] as number;
  times[entry] = time;
  eventList.jobs[entry] = job;
  eventList.tags[entry] = tag;
  next[entry] = -1;
  last[bucket] = entry;
  if (before >= 0 && times[before] === time) next[before] = entry;
  else put(lists, time, entry);
}

/** Removes the first event; there must be one. */
export function popFirst(eventList: EventList): void {
  const { lists, next, last, times } = eventList;
  const entry = firstJob(lists);
  const following = next[entry] as number;
  if (following >= 0) replaceFirst(lists, following);
  else {
    dropFirst(lists);
    const bucket = bucketOf(times[entry] as number);
    if (last[bucket] === entry) last[bucket] = -1;
  }
  next[entry] = eventList.free;
  eventList.free = entry;
}

function freeEntry(eventList: EventList): number {
  const { free } = eventList;
  if (free >= 0) {
    eventList.free = eventList.next[free] as number;
    return free;
  }
  if (eventList.used === eventList.times.length) grow(eventList);
  return eventList.used++;
}

function grow(eventList: EventList): void {
  const { times, jobs, tags, next } = eventList;
  const capacity = 2 * times.length;
  eventList.times = new Float64Array(capacity);
  eventList.times.set(times);
  eventList.jobs = new Int32Array(capacity);
  eventList.jobs.set(jobs);
  eventList.tags = new Int32Array(capacity);
  eventList.tags.set(tags);
  eventList.next = new Int32Array(capacity);
  eventList.next.set(next);
}
