import { PERIODS, type Rules } from './retention.ts';

/** The keep rules of one chain as windows over its points; see `sliding.ts`. */
export interface Windows {
  /** Indices of the slot rules in use. */
  readonly rules: Uint8Array;
  /** The state of the windows, from position `at` on; the constants below give its layout. */
  readonly ends: Int32Array;
  readonly at: number;
}

/**
 * Number of slot rules. Entries 0 to RULES - 1 hold how many points each rule keeps. For each rule,
 * the next RULES entries hold the index of a row such that the rule keeps no older one.
 */
export const RULES = PERIODS.length;
/** Entry: index of the oldest row that is young enough for `within`. */
export const WITHIN = 2 * RULES;
/** Entry: the same for the lock. */
export const LOCKED = WITHIN + 1;
/** From this entry on: by slot rule, the period of the newest row. */
export const NEWEST = LOCKED + 1;

/** Number of entries. */
export const WINDOWS = NEWEST + RULES;

/** The windows of a chain without points. */
export const newWindows = ({ slots }: Rules): Windows => ({
  rules: Uint8Array.from(PERIODS.keys()).filter((rule) => (slots[rule] as number) > 0),
  ends: new Int32Array(WINDOWS),
  at: 0,
});
