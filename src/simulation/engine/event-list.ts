import { type Room, take, takeInts } from '../arena.ts';
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
export const kindOf = (mark: number): number => mark & ((1 << KIND_BITS) - 1);
/** The number of the attempt or job that a mark is for; a number that is past makes it void. */
export const numberOf = (mark: number): number => mark >> KIND_BITS;

/**
 * What is due at a known time. Jobs that begin at one instant and prepare for as long are due at one
 * time: what is due at the same time is a list, and only the lists stand in a queue.
 */
export interface Agenda {
  /** The first entry of each list. */
  readonly lists: Queue;
  /** By entry: when it is due, of which job and with what mark, and the entry behind it or -1. */
  times: Float64Array;
  jobs: Int32Array;
  marks: Int32Array;
  next: Int32Array;
  /** Entries that are in use or were, and the first of those that are free again, or -1. */
  used: number;
  free: number;
  /** The last entry of lists that others may join, by their times; -1 where there is none. */
  readonly last: Int32Array;
}

/** A power of two. Where two times fall on one place, the older list is joined no more. */
const PLACES = 256;

const placeOf = (time: number): number => (time * 2_654_435.761) & (PLACES - 1);

/** An agenda with room for so many entries; it grows where they are more. */
export const newAgenda = (entries: number, room: Room): Agenda => ({
  lists: newQueue(),
  times: take(room, entries),
  jobs: takeInts(room, entries),
  marks: takeInts(room, entries),
  next: takeInts(room, entries),
  used: 0,
  free: -1,
  last: takeInts(room, PLACES).fill(-1),
});

/** Strikes everything off. */
export function clear(agenda: Agenda): void {
  agenda.used = 0;
  agenda.free = -1;
  if (agenda.lists.size === 0) return;
  agenda.lists.size = 0;
  agenda.last.fill(-1);
}

/** When the first entry is due; Infinity where nothing is. */
export const firstTime = ({ lists }: Agenda): number => firstKey(lists);
/** The index of the job of the first entry; there must be one. */
export const firstOf = ({ lists, jobs }: Agenda): number => jobs[firstJob(lists)] as number;
/** The mark of the first entry; there must be one. */
export const firstMark = ({ lists, marks }: Agenda): number => marks[firstJob(lists)] as number;

/** Puts on the agenda what is due for an attempt of a job, or for the job as a whole. */
export function schedule(
  agenda: Agenda,
  index: number,
  time: number,
  what: number,
  of: number,
): void {
  enter(agenda, time, index, (of << KIND_BITS) | what);
}

/** Enters something behind all that is due at the same time or before. */
export function enter(agenda: Agenda, time: number, job: number, mark: number): void {
  const entry = freeEntry(agenda);
  const { times, next, last, lists } = agenda;
  const place = placeOf(time);
  const before = last[place] as number;
  times[entry] = time;
  agenda.jobs[entry] = job;
  agenda.marks[entry] = mark;
  next[entry] = -1;
  last[place] = entry;
  if (before >= 0 && times[before] === time) next[before] = entry;
  else put(lists, time, entry);
}

/** Strikes the first entry off; there must be one. */
export function strikeFirst(agenda: Agenda): void {
  const { lists, next, last, times } = agenda;
  const entry = firstJob(lists);
  const behind = next[entry] as number;
  if (behind >= 0) replaceFirst(lists, behind);
  else {
    dropFirst(lists);
    const place = placeOf(times[entry] as number);
    if (last[place] === entry) last[place] = -1;
  }
  next[entry] = agenda.free;
  agenda.free = entry;
}

function freeEntry(agenda: Agenda): number {
  const { free } = agenda;
  if (free >= 0) {
    agenda.free = agenda.next[free] as number;
    return free;
  }
  if (agenda.used === agenda.times.length) grow(agenda);
  return agenda.used++;
}

function grow(agenda: Agenda): void {
  const { times, jobs, marks, next } = agenda;
  const room = 2 * times.length;
  agenda.times = new Float64Array(room);
  agenda.times.set(times);
  agenda.jobs = new Int32Array(room);
  agenda.jobs.set(jobs);
  agenda.marks = new Int32Array(room);
  agenda.marks.set(marks);
  agenda.next = new Int32Array(room);
  agenda.next.set(next);
}
