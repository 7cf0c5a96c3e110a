import { Cron } from 'croner';
import { z } from 'zod';
import { dateFault, parseInstant } from '../units/calendar.ts';
import { outOfRange, parse } from '../units/dimension.ts';
import { DURATION } from '../units/dimensions.ts';
import { choice } from './language/choice.ts';
import { dayFault } from './language/day-fault.ts';
import { type About, type Issues, refuse, textThat } from './language/declare.ts';

/** A schedule. Times of day are local to the scenario's time zone. */
export type Schedule =
  | { readonly kind: 'never' }
  | { readonly kind: 'cron'; readonly pattern: string }
  /**
   * Fixed interval from the scenario's start; `at`: time of day, for intervals of whole days; `weekday`: of
   * whole weeks the day, 0 for Sunday.
   */
  | {
      readonly kind: 'every';
      readonly seconds: number;
      readonly at?: number;
      readonly weekday?: number;
    }
  | { readonly kind: 'dates'; readonly dates: readonly string[] };

const DAY = 86400;
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const ORDINALS: Readonly<Record<string, string>> = {
  first: '#1',
  second: '#2',
  third: '#3',
  fourth: '#4',
  last: '#L',
};
/** Fixed date for checking that a cron pattern ever matches, so that the clock is not read. */
const FIRST_DAY = new Date('2000-01-01T00:00:00Z');
const EXAMPLES =
  'write for example "daily at 01:00", "weekly on Sunday at 01:00", "monthly on first Saturday at 22:00", "every 6 h", "never", a cron expression, or a list of dates';

/** Declares a schedule: plain words, a cron expression, or a list of dates. */
export const schedule = (about: About) =>
  choice<Schedule>(
    { example: 'daily at 01:00', form: 'a schedule', chapter: 'schedules', ...about },
    { what: 'a schedule', hint: EXAMPLES },
    () => [
      {
        shape: 'scalar',
        schema: z
          .unknown()
          .transform(readWords)
          .meta({ shape: { type: 'string' }, description: 'plain words, or a cron expression' }),
      },
      {
        shape: 'list',
        schema: z
          .array(date)
          .min(1)
          .transform((dates): Schedule => ({ kind: 'dates', dates }))
          .meta({ description: 'dates, or instants', example: ['2026-07-01', '2027-07-01'] }),
      },
    ],
  );

const date = textThat(
  (text) => parseInstant(text, 'UTC') !== undefined,
  (text) =>
    dateFault(text) ?? {
      message: 'is not a date',
      hint: 'write for example 2026-07-01, or 2026-07-01T22:00',
    },
  { description: 'a date', example: '2026-07-01' },
);

function readWords(input: unknown, issues: Issues): Schedule {
  const words = String(input).trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'never') return { kind: 'never' };
  const isInterval = /^every \d/.test(words);
  const wrong = isInterval ? tooLong(words) : undefined;
  if (wrong) return refuse(issues, wrong.message, wrong.hint);
  const found = isInterval ? atInterval(words) : byCalendar(words);
  const pattern = String(input).trim();
  const read: Schedule | undefined =
    found ?? (pattern.split(/\s+/).length >= 5 ? { kind: 'cron', pattern } : undefined);
  if (read && read.kind !== 'cron') return read;
  const match = read ? matchOf(read.pattern) : 'is none';
  if (read && match === 'comes') return read;
  const { message, hint } = dayFault(words) ?? FAULTS[match === 'never comes' ? match : 'is none'];
  return refuse(issues, `"${input}" ${message}`, hint);
}

/** What is wrong with a schedule that never comes, or that is none. */
const FAULTS = {
  'never comes': { message: 'never comes', hint: 'name a day that is in the calendar, or never' },
  'is none': { message: 'is not a schedule', hint: EXAMPLES },
} as const;

/** Whether a cron pattern is valid and ever matches. */
function matchOf(pattern: string): 'comes' | 'never comes' | 'is none' {
  try {
    const next = new Cron(pattern, { utcOffset: 0, paused: true }).nextRun(FIRST_DAY);
    return next === null ? 'never comes' : 'comes';
  } catch {
    return 'is none';
  }
}

const INTERVAL = /^every (.+?)(?: on (\w+))?(?: at (\d\d?:\d\d))?$/;

/** What is wrong with an interval that is longer than any that a file may state. */
function tooLong(words: string): ReturnType<typeof outOfRange> {
  const parsed = parse(DURATION, INTERVAL.exec(words)?.[1] ?? '');
  return parsed.ok ? outOfRange(DURATION, parsed.value) : undefined;
}

function atInterval(words: string): Schedule | undefined {
  const [, length = '', on, time] = INTERVAL.exec(words) ?? [];
  const parsed = parse(DURATION, length);
  if (!parsed.ok || parsed.value < 60) return undefined;
  const seconds = parsed.value;
  if (on !== undefined) return onWeekday(seconds, on, timeOfDay(time ?? '00:00'));
  if (time === undefined) return { kind: 'every', seconds };
  const at = timeOfDay(time);
  const wholeDays = seconds % DAY === 0;
  return at === undefined || at === DAY || !wholeDays ? undefined : { kind: 'every', seconds, at };
}

/** Some weeks from one day of the week to the next. */
function onWeekday(seconds: number, on: string, at: number | undefined): Schedule | undefined {
  const name = weekday(on);
  if (!name || at === undefined || at === DAY || seconds % (7 * DAY) !== 0) return undefined;
  return { kind: 'every', seconds, at, weekday: DAYS.indexOf(name) };
}

/** Converts calendar words such as `weekly on Sunday at 01:00` to a cron expression. */
function byCalendar(words: string): Schedule | undefined {
  const [, often = '', on, at = '00:00'] =
    /^(\w+)(?: on (?:the )?(.+?))?(?: at (\d\d?:\d\d))?$/.exec(words) ?? [];
  const time = timeOfDay(at);
  if (time === undefined || time === DAY) return undefined;
  if (often === 'hourly' && words !== 'hourly') return undefined;
  const clock = `${Math.floor(time / 60) % 60} ${Math.floor(time / 3600)}`;
  const day = dayPattern(often, on);
  return day === undefined
    ? undefined
    : { kind: 'cron', pattern: often === 'hourly' ? '0 * * * *' : `${clock} ${day}` };
}

function dayPattern(often: string, on: string | undefined): string | undefined {
  switch (often) {
    case 'hourly':
    case 'daily':
      return on === undefined ? '* * *' : undefined;
    case 'weekdays':
      return on === undefined ? '* * MON-FRI' : undefined;
    case 'weekends':
      return on === undefined ? '* * SAT,SUN' : undefined;
    case 'weekly': {
      const days = (on ?? 'sunday').split(/, ?| and /).map(weekday);
      return days.includes(undefined) ? undefined : `* * ${days.join(',')}`;
    }
    case 'monthly':
      return inMonth(on, '*');
    case 'quarterly':
      return inPeriod(on, 'JAN,APR,JUL,OCT', 'MAR,JUN,SEP,DEC');
    case 'yearly':
      return inYear(on);
    default:
      return undefined;
  }
}

function inMonth(on = 'day 1', months: string): string | undefined {
  if (on === 'last day') return `L ${months} *`;
  const day = Number(/^day (\d\d?)$/.exec(on)?.[1]);
  if (day >= 1 && day <= 31) return `${day} ${months} *`;
  const [, which = '', name = ''] = /^(\w+) (\w+)$/.exec(on) ?? [];
  const ordinal = ORDINALS[which];
  const week = weekday(name);
  return ordinal && week ? `* ${months} ${week}${ordinal}` : undefined;
}

/** A day of a quarter or a year: of its first month, or, counted from the end, of its last. */
const inPeriod = (on: string | undefined, first: string, last: string): string | undefined =>
  inMonth(on, on?.startsWith('last ') ? last : first);

function inYear(on = '1 january'): string | undefined {
  const [, day = '', name = ''] = /^(\d\d?) (\w+)$/.exec(on) ?? [];
  const month = MONTHS.find((short) => name.toUpperCase().startsWith(short));
  if (month && Number(day) >= 1 && Number(day) <= 31) return `${day} ${month} *`;
  return inPeriod(on, 'JAN', 'DEC');
}

const weekday = (name: string): string | undefined =>
  /^(sun|mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?)(day)?$/i.test(name)
    ? DAYS.find((short) => name.toUpperCase().startsWith(short))
    : undefined;

/** Parses a time such as 01:00 to seconds since midnight; up to 24:00, undefined if invalid. */
export function timeOfDay(text: string): number | undefined {
  const [, hour = '', minute = ''] = /^(\d\d?):(\d\d)$/.exec(text) ?? [];
  const seconds = Number(hour) * 3600 + Number(minute) * 60;
  return hour !== '' && Number(minute) < 60 && seconds <= DAY ? seconds : undefined;
}
