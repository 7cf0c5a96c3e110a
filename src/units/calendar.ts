import { DateTime, IANAZone } from 'luxon';

const DAY = 86400;

/**
 * Civil time of one time zone over a range of years. Instants are whole seconds since 1970 (UTC);
 * local times are seconds since 1970-01-01 00:00 on the wall clock of the zone.
 */
export interface Calendar {
  readonly zone: string;
  readonly changes: OffsetChanges;
  toLocal(instant: number): number;
  /**
   * The instant of a local time. A local time skipped by a daylight-saving change is shifted
   * forward by the gap; of an ambiguous local time the first occurrence is used.
   */
  toInstant(local: number): number;
  /** The second instant of a local time that comes twice; undefined for one that does not. */
  secondAt(local: number): number | undefined;
  /** The first instant at which the wall clock shows a local time or a later one. */
  firstAt(local: number): number;
}

/**
 * The UTC offsets of a zone in seconds, each from its start on. Unlike a calendar it is plain data,
 * which can be sent to a thread.
 */
export interface OffsetChanges {
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/**
 * The local time of an instant.
 *
 * @example
 * localTime({ starts: [0], offsets: [3600] }, 7200) // 10800
 */
export function localTime({ starts, offsets }: OffsetChanges, instant: number): number {
  let index = starts.length - 1;
  while (index > 0 && (starts[index] ?? 0) > instant) index--;
  return instant + (offsets[index] ?? 0);
}

/** Whether a name is in the IANA time zone database, such as Asia/Shanghai. */
export const isZone = (name: string): boolean => IANAZone.isValidZone(name);

/** The calendar of a zone, valid for instants from `from` to `to`. */
export function calendarOf(zone: string, from: number, to: number): Calendar {
  const changes = offsetChanges(zone, from - 2 * DAY, to + 2 * DAY);
  const { starts, offsets } = changes;
  if (starts.length === 1) {
    const offset = offsets[0] ?? 0;
    const toInstant = (local: number): number => local - offset;
    const secondAt = (): undefined => undefined;
    return {
      zone,
      changes,
      toLocal: (instant) => instant + offset,
      toInstant,
      secondAt,
      firstAt: toInstant,
    };
  }
  const toLocal = (instant: number): number => localTime(changes, instant);
  const offsetAt = (instant: number): number => toLocal(instant) - instant;
  const toInstant = (local: number): number => {
    const before = offsetAt(local - offsetAt(local - DAY) - DAY);
    const early = local - before;
    if (offsetAt(early) === before) return early;
    const late = local - offsetAt(early);
    return offsetAt(late) === offsetAt(early) ? late : early;
  };
  const secondAt = (local: number): number | undefined => {
    const first = toInstant(local);
    const second = local - offsetAt(first + DAY);
    return second > first && toLocal(second) === local ? second : undefined;
  };
  const firstAt = (local: number): number => {
    let high = toInstant(local);
    if (toLocal(high) === local) return high;
    // This local time is skipped: find the instant of the jump by binary search.
    let low = high - DAY;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (toLocal(middle) >= local) high = middle;
      else low = middle;
    }
    return high;
  };
  return { zone, changes, toLocal, toInstant, secondAt, firstAt };
}

/** Changes of the UTC offset: steps by days and bisects the day of each change. */
function offsetChanges(zone: string, from: number, to: number): OffsetChanges {
  const rules = IANAZone.create(zone);
  const offset = (instant: number): number => Math.round(rules.offset(instant * 1000) * 60);
  const starts = [from];
  const offsets = [offset(from)];
  if (zone === 'UTC') return { starts, offsets };
  for (let day = from; day < to; day += DAY) {
    const known = offsets[offsets.length - 1];
    const next = offset(day + DAY);
    if (next === known) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === known) low = middle;
      else high = middle;
    }
    starts.push(high);
    offsets.push(next);
  }
  return { starts, offsets };
}

/** Number of the local day; day 0 is 1970-01-01, a Thursday. */
export const dayOf = (local: number): number => Math.floor(local / DAY);

/** Weekday of a day number: 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Running number of the ISO 8601 week (Monday to Sunday) of a local day. */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7);

/** Number of months from January of year 0 to the month of a local day. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const OFFSET = /T.*(?:Z|[+-]\d\d(?::?\d\d)?)$/i;

/**
 * Parses a date, or a date with time, of ISO 8601 in a zone. Of a local time that comes twice it is
 * the first instant; with an offset, the one that is meant.
 *
 * @returns the instant, or undefined if the text is not a valid date.
 * @example
 * parseInstant('2026-01-05', 'UTC') // 1767571200
 */
export function parseInstant(text: string, zone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const written = text.replace(' ', 'T');
  const date = DateTime.fromISO(written, { zone });
  if (!date.isValid) return undefined;
  // Without this, luxon chooses by the offset of today.
  const [first = date] = OFFSET.test(written) ? [date] : date.getPossibleOffsets();
  return first.toSeconds();
}

/** The months of a year. */
export const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

/** The days that a month has at most, from 0 for January: February 29. */
export const daysOfMonth = (month: number): number =>
  new Date(Date.UTC(2000, month + 1, 0)).getUTCDate();

/**
 * Why a text is no date, and what to write: where its month has fewer days. Undefined where
 * something else is wrong with it.
 *
 * @example
 * dateFault('2026-02-30')
 * // { message: 'is not a date: February 2026 has 28 days', hint: 'write 2026-02-28, its last day' }
 */
export function dateFault(
  text: string,
): { readonly message: string; readonly hint: string } | undefined {
  const [, year, month, day, time = ''] = /^(\d{4})-(\d{2})-(\d{2})(.*)$/.exec(text) ?? [];
  const days = DateTime.utc(Number(year), Number(month)).daysInMonth;
  const name = MONTHS[Number(month) - 1];
  if (days === undefined || !name || Number(day) <= days || Number(day) > 31) return undefined;
  return {
    message: `is not a date: ${name} ${year} has ${days} days`,
    hint: `write ${year}-${month}-${days}${time}, its last day`,
  };
}

/** Last instant that `Date` can represent, in the year 275 760. */
const LAST_INSTANT = 8.64e12;

/**
 * Formats an instant in UTC to the second, e.g. `2026-01-05T01:00:00Z`. Later instants than `Date`
 * can represent, such as the end of a job at 1 B/s, are clamped to the last one.
 */
export const formatInstant = (instant: number): string =>
  new Date(Math.min(LAST_INSTANT, Math.round(instant)) * 1000).toISOString().replace('.000Z', 'Z');

/** A calendar duration, such as 5 years; its length in days depends on its start. */
export interface Span {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';
}

const SPAN = /^(\d+(?:\.\d+)?)\s*(min(?:ute)?|h(?:our)?|d(?:ay)?|week|month|year)s?$/;
const SPAN_UNITS: Readonly<Record<string, Span['unit']>> = {
  min: 'minutes',
  minute: 'minutes',
  h: 'hours',
  hour: 'hours',
  d: 'days',
  day: 'days',
  week: 'weeks',
  month: 'months',
  year: 'years',
};

/**
 * Parses a calendar duration; undefined if invalid. Months and years must be whole numbers.
 *
 * @example
 * parseSpan('5 years') // { amount: 5, unit: 'years' }
 */
export function parseSpan(text: string): Span | undefined {
  const [, amount = '', word = ''] = SPAN.exec(text.trim()) ?? [];
  const unit = SPAN_UNITS[word];
  if (!unit) return undefined;
  const number = Number(amount);
  const calendarBound = unit === 'months' || unit === 'years';
  return calendarBound && !Number.isInteger(number) ? undefined : { amount: number, unit };
}

/** Adds a span to an instant in a zone; one year after 29 February is 28 February. */
export const addSpan = (instant: number, span: Span, zone: string): number =>
  DateTime.fromSeconds(instant, { zone })
    .plus({ [span.unit]: span.amount })
    .toSeconds();
