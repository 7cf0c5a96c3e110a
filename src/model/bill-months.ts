/** The months that bills cover. See docs/model.md, section "Bills". */
import { calendarOf, dayOf, monthOf } from '../units/calendar.ts';

/**
 * Consecutive whole calendar months of a time zone.
 *
 * @property boundaries instants (seconds since 1970) at which they begin, and the end of the last.
 * @property first number of the first month, in months since January of year 0.
 */
export interface BillMonths {
  readonly boundaries: Float64Array;
  readonly first: number;
}

const SPARE = 32 * 86_400;

/**
 * The months that a time span touches, the first and the last in whole.
 *
 * @param from, until seconds since 1970; `until` is exclusive
 * @example billMonths('UTC', Date.UTC(2026, 0, 5) / 1000, Date.UTC(2027, 0, 5) / 1000).boundaries.length // 14
 */
export function billMonths(zone: string, from: number, until: number): BillMonths {
  const calendar = calendarOf(zone, from - SPARE, until + SPARE);
  const monthAt = (instant: number): number => monthOf(dayOf(calendar.toLocal(instant)));
  const first = monthAt(from);
  const startOf = (month: number): number =>
    calendar.firstAt(Date.UTC(Math.floor(month / 12), month % 12) / 1000);
  const boundaries = [startOf(first)];
  for (let month = first + 1; (boundaries[boundaries.length - 1] ?? until) < until; month++) {
    boundaries.push(startOf(month));
  }
  return { boundaries: Float64Array.from(boundaries), first };
}
