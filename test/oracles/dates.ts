/** Milliseconds of a day, an hour and a minute, for dates counted in UTC. */
export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Whole days since 1970-01-01. */
export const dayOf = (time: number): number => Math.floor(time / DAY);

export const weekdayOf = (time: number): Weekday =>
  WEEKDAYS[(new Date(time).getUTCDay() + 6) % 7] ?? 'Mon';

/** An instant to the second, e.g. `2024-01-01T22:00:00Z`. */
export const written = (time: number): string =>
  new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

/** A horizon, in words of the scenario, that ends just after the last instant. */
export const until = (start: number, last: number): string =>
  `${Math.floor((last - start) / MINUTE) + 2} minutes`;
