import { PERIODS, type Rules } from './retention.ts';

/** The rules of one chain as windows over its points. */
export interface Windows {
  /** Those of `slots` that there are. */
  readonly rules: Uint8Array;
  /**
   * Where they end, from `at` on. By rule of `slots`: how many points it keeps, and from there on a row
   * before which there is none of them. Then the first rows that are young enough for `within` and for
   * the lock, and by rule the period of the newest row.
   */
  readonly ends: Int32Array;
  readonly at: number;
}

/** Rules that count periods: first how many points each keeps, then where each ends. */
export const RULES = PERIODS.length;
/** Where the row stands that is the first young enough for `within`. */
export const WITHIN = 2 * RULES;
/** The same for the lock. */
export const LOCKED = WITHIN + 1;
/** From here on: the period of the newest row, by rule. */
export const NEWEST = LOCKED + 1;

/** How many numbers that is. */
export const WINDOWS = NEWEST + RULES;

/** Windows over no points yet. */
export const newWindows = ({ slots }: Rules): Windows => ({
  rules: Uint8Array.from(PERIODS.keys()).filter((rule) => (slots[rule] as number) > 0),
  ends: new Int32Array(WINDOWS),
  at: 0,
});

/**
 * Whether each rule is a window that slides over the points as they come: it takes in the newest one,
 * and lets go of one at its end. In other dialects what a rule keeps hangs on the rules before it,
 * unless there are none.
 */
export const slides = ({ dialect, points, within, locked, slots }: Rules): boolean =>
  dialect === 'overlapping' ||
  (dialect === 'exclusive' &&
    points + within + locked === 0 &&
    slots.filter((number) => number > 0).length < 2);
