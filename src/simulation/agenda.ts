import type { Guard } from './guard.ts';
import { put } from './queue.ts';
import type { State } from './state.ts';

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

/** Puts on the agenda what is due for an attempt of a job, or for the job as a whole. */
export function schedule(
  { agenda }: State,
  { index }: Guard,
  time: number,
  what: number,
  of: number,
): void {
  put(agenda, time, index, (of << KIND_BITS) | what);
}
