import { calendarOf } from '../units/calendar.ts';
import type { Result } from './result.ts';

/** Prints an instant on the scenario's own clock, to the day or to the minute. */
export type Clock = (at: string, to: 'day' | 'minute') => string;

const LENGTHS = { day: 10, minute: 16 } as const;

/**
 * The clock by which the scenario's schedules run: a window that opens at 01:00 reads as 01:00.
 *
 * @example
 * clockOf({ start: '2026-01-05T00:00:00Z', end: '2027-01-05T00:00:00Z', timezone: 'Asia/Shanghai', ... })(
 *   '2026-06-01T17:00:00Z', 'minute') // '2026-06-02 01:00'
 */
export function clockOf({ start, end, timezone }: Result['scenario']): Clock {
  const calendar = calendarOf(timezone, secondsOf(start), secondsOf(end));
  return (at, to) => {
    const local = new Date(calendar.toLocal(secondsOf(at)) * 1000);
    return local.toISOString().replace('T', ' ').slice(0, LENGTHS[to]);
  };
}

/** Seconds since 1970 of an instant as the result writes it. */
const secondsOf = (at: string): number => Date.parse(at) / 1000;
