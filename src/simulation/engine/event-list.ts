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

/** Due for an attempt: its fixed times are over, and data can flow. */
export const READY_TO_MOVE = 0;
/** Due for an attempt: the work after its last flow is done. */
export const FINISHED = 1;
/** Due for a job: its window closes and cuts it off. */
export const WINDOW_CLOSES = 2;
/** Due for an attempt that failed: the next one begins. */
export const TRY_AGAIN = 3;
/** Due for a job that came to its turn while its window was shut: it stands in line again. */
export const WINDOW_OPENS = 4;

/** A mark is 8 × the number of the attempt or job, and one of these. */
const KIND_BITS = 3;

/** Which of the five a mark says is due. */
export const kindOf = (tag: number): number => tag & ((1 << KIND_BITS) - 1);
/** The number of the attempt or job that a mark is for; a number that is past makes it void. */
export const numberOf = (tag: number): number => tag >> KIND_BITS;

/**
 * What is due at a known time. Jobs that begin at one instant and prepare for as long are due at one
 * time: what is due at the same time is a list, and only the lists stand in a queue.
 */
export interface EventList {
  /** The first entry of each list. */
  readonly lists: Queue;
  /** By entry: when it is due, of which job and with what mark, and the entry behind it or -1. */
  times: Float64Array;
  jobs: Int32Array;
  tags: Int32Array;
  next: Int32Array;
  /** Entries that are in use or were, and the first of those that are free again, or -1. */
  used: number;
  free: number;
  /** The last entry of lists that others may join, by their times; -1 where there is none. */
  readonly last: Int32Array;
}

/** A power of two. Where two times fall on one place, the older list is joined no more. */
const BUCKETS = 256;

const bucketOf = (time: number): number => (time * 2_654_435.761) & (BUCKETS - 1);

/** An agenda with room for so many entries; it grows where they are more. */
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

/** Strikes everything off. */
export function clear(eventList: EventList): void {
  eventList.used = 0;
  eventList.free = -1;
  if (eventList.lists.size === 0) return;
  eventList.lists.size = 0;
  eventList.last.fill(-1);
}

/** When the first entry is due; Infinity where nothing is. */
export const firstTime = ({ lists }: EventList): number => firstKey(lists);
/** The index of the job of the first entry; there must be one. */
export const firstOf = ({ lists, jobs }: EventList): number => jobs[firstJob(lists)] as number;
/** The mark of the first entry; there must be one. */
export const firstTag = ({ lists, tags }: EventList): number => tags[firstJob(lists)] as number;

/** Puts on the agenda what is due for an attempt of a job, or for the job as a whole. */
export function schedule(
  eventList: EventList,
  index: number,
  time: number,
  kind: number,
  number: number,
): void {
  enter(eventList, time, index, (number << KIND_BITS) | kind);
}

/** Enters something behind all that is due at the same time or before. */
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

/** Strikes the first entry off; there must be one. */
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
