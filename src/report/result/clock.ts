import { calendarOf } from '../../units/calendar.ts';
import type { Result } from './result.ts';

/** Prints an instant on the scenario's own clock, to the day or to the minute. */
export type Clock = (at: string, to: 'day' | 'minute') => string;

const LENGTHS = { day: 10, minute: 16 } as const;
/** The first moment that no year of four digits names. */
const YEAR_10000 = Date.UTC(10_000, 0);

/**
 * The clock by which the scenario's schedules run: a window that opens at 01:00 reads as 01:00. An
 * instant that only a job at a byte a second gets to is told in words.
 *
 * @example
 * clockOf({ start: '2026-01-05T00:00:00Z', end: '2027-01-05T00:00:00Z', timezone: 'Asia/Shanghai', ... })(
 *   '2026-06-01T17:00:00Z', 'minute') // '2026-06-02 01:00'
 */
export function clockOf(scenario: Result['scenario']): Clock {
  const wall = wallTimeOf(scenario);
  return (at, to) => {
    const time = wall(at);
    if (time >= YEAR_10000) return 'beyond the year 9999';
    return new Date(time).toISOString().replace('T', ' ').slice(0, LENGTHS[to]);
  };
}

/** Milliseconds of an instant on the clock of the scenario, counted as if that were UTC. */
export function wallTimeOf({ start, end, timezone }: Result['scenario']): (at: string) => number {
  const calendar = calendarOf(timezone, secondsOf(start), secondsOf(end));
  return (at) => calendar.toLocal(secondsOf(at)) * 1000;
}

/** Seconds since 1970 of an instant as the result writes it. */
const secondsOf = (at: string): number => Date.parse(at) / 1000;
