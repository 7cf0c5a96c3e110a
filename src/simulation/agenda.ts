import type { Guard } from './guard.ts';
import { put } from './queue.ts';
import type { State } from './state.ts';

/** What can be due at a known time for a job. */
export const READY_TO_MOVE = 0;
export const FINISHED = 1;
export const WINDOW_CLOSES = 2;
export const TRY_AGAIN = 3;
export const WINDOW_OPENS = 4;

/** A mark is 8 × the number of the attempt or job, and one of these. */
const KIND_BITS = 3;

export const kindOf = (mark: number): number => mark & ((1 << KIND_BITS) - 1);
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
