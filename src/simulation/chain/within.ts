import { localTime, type OffsetChanges } from '../../units/calendar.ts';
import { at, DAY, MONTH, type Rows, TIME } from './rows.ts';

const SECONDS_OF_DAY = 86400;

/**
 * The keep rule `within`: every point younger than an age. Months and days are those of the
 * calendar, and come before the seconds.
 */
export interface Within {
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
  /** Whether it counts back from the newest point, as restic does, or from now, as borg does. */
  readonly from: 'newest' | 'now';
  /** Of the zone of the scenario. */
  readonly changes: OffsetChanges;
}

/**
 * The instant after which points are within the age; a point of this very instant is not.
 *
 * The calendar is that of Go, in which restic is written: a day that the month does not have counts
 * on into the next one, so a month before 31 March is 3 March.
 *
 * @param newest index of the newest row.
 * @param now the current instant.
 * @example
 * // Berlin, 7 days before 2024-04-01 12:00 (10:00 UTC): 2024-03-25 12:00 is 11:00 UTC, 167 h before.
 */
export function cutoff(
  { months, days, seconds, from, changes }: Within,
  rows: Rows,
  newest: number,
  now: number,
): number {
  if (from === 'now') return now - seconds;
  const row = at(rows, newest);
  const time = rows.data[row + TIME] as number;
  if (months === 0 && days === 0) return time - seconds;
  const day = rows.data[row + DAY] as number;
  const month = rows.data[row + MONTH] as number;
  const back = firstDayOf(month - months) + (day - firstDayOf(month)) - days;
  const clock = localTime(changes, time) - day * SECONDS_OF_DAY;
  return goInstant(changes, back * SECONDS_OF_DAY + clock) - seconds;
}

/** Number of the first day of a month; months are numbered as by `monthOf`. */
const firstDayOf = (month: number): number =>
  Date.UTC(Math.floor(month / 12), month % 12) / (1000 * SECONDS_OF_DAY);

/**
 * The instant of a local time, as `time.Date` of Go finds it. Of a time that comes twice it takes
 * the second to the east of Greenwich and the first to the west.
 */
function goInstant(changes: OffsetChanges, local: number): number {
  const guess = local - (localTime(changes, local) - local);
  return local - (localTime(changes, guess) - guess);
}
