import { z } from 'zod';
import { dateFault, parseInstant } from '../units/calendar.ts';
import { choice } from './language/choice.ts';
import {
  type About,
  fields,
  type Issues,
  isMistaken,
  kindOf,
  refuse,
  textThat,
} from './language/declare.ts';
import { timeOfDay } from './schedule.ts';

/** Seconds since local midnight at which a window opens, and how long it stays open. */
export interface Opening {
  readonly opens: number;
  readonly lasts: number;
}

/** When jobs may run: one opening per weekday (0 = Monday; null: none), except closed dates. */
export interface Window {
  readonly days: readonly (Opening | null)[];
  readonly closed: readonly string[];
}

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const DAY = 86400;

/** Declares when jobs may run: `01:00-06:00`, or openings by weekday and closed dates. */
export const window = (about: About) =>
  choice<Window>(
    { example: '01:00-06:00', form: 'a window', chapter: 'windows', ...about },
    { what: 'a window', hint: 'write for example "22:00-06:00", or { weekdays: 22:00-06:00 }' },
    () => [
      {
        shape: 'scalar',
        schema: opening.transform(
          (day, issues): Window =>
            day === null
              ? refuse(issues as Issues, NEVER_OPENS, 'write "all day", or a stretch of it')
              : { days: WEEKDAYS.map(() => day), closed: [] },
        ),
      },
      { shape: [], schema: byWeekday },
    ],
  );

const NEVER_OPENS = 'is a window that never opens';

/** Declares an opening such as `22:00-06:00`; if it closes before it opens, it spans midnight. */
const opening = z
  .unknown()
  .transform((input, issues): Opening | null => {
    if (typeof input !== 'string') {
      return refuse(issues, `should be an opening, not ${kindOf(input)}`, HOW_TO_OPEN);
    }
    const words = input.trim().toLowerCase();
    if (words === 'none') return null;
    return words === 'all day' ? { opens: 0, lasts: DAY } : readOpening(words, issues);
  })
  .meta({
    shape: { type: 'string' },
    form: 'an opening',
    example: '22:00-06:00',
    description: 'an opening; all day; none',
  });

const HOW_TO_OPEN = 'write for example "22:00-06:00", "all day" or "none"';

function readOpening(words: string, issues: Issues): Opening {
  const [opens, closes] = readHours(words) ?? [];
  if (opens === undefined || closes === undefined) {
    return refuse(issues, `"${words}" is not a window`, HOW_TO_OPEN);
  }
  const lasts = lengthOf(opens, closes);
  return lasts > 0
    ? { opens, lasts }
    : refuse(issues, NEVER_OPENS, 'write "all day", or two different times');
}

/** Parses `22:00-06:00` to two times in seconds since midnight; undefined if invalid. */
function readHours(words: string): readonly [number, number] | undefined {
  const [, from = '', to = ''] = /^(\d\d?:\d\d)\s*(?:-|–|to)\s*(\d\d?:\d\d)$/.exec(words) ?? [];
  const [opens, closes] = [timeOfDay(from), timeOfDay(to)];
  return opens === undefined || closes === undefined || opens === DAY ? undefined : [opens, closes];
}

const lengthOf = (opens: number, closes: number): number =>
  closes === DAY ? DAY - opens : (closes - opens + DAY) % DAY;

/** Parses a period of the day, for throttling; undefined if invalid. */
export function readStretch(words: string): Opening | undefined {
  const [opens, closes] = readHours(words.trim()) ?? [];
  if (opens === undefined || closes === undefined || opens === closes) return undefined;
  return { opens, lasts: lengthOf(opens, closes) };
}

const on = (day: string) =>
  opening.meta({ description: `the opening on ${day}`, example: '22:00-06:00' }).optional();

const date = textThat(
  (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseInstant(text, 'UTC') !== undefined,
  (text) => dateFault(text) ?? { message: 'is not a date', hint: 'write for example 2026-12-24' },
  { description: 'a date', example: '2026-12-24' },
);

const byWeekday = fields(
  {
    monday: on('Monday'),
    tuesday: on('Tuesday'),
    wednesday: on('Wednesday'),
    thursday: on('Thursday'),
    friday: on('Friday'),
    saturday: on('Saturday'),
    sunday: on('Sunday'),
    weekdays: on('Monday to Friday'),
    weekends: on('Saturday and Sunday'),
    daily: on('every day'),
    closed: z
      .array(date)
      .optional()
      .meta({
        description: 'dates on which it stays shut',
        form: 'a list of dates',
        example: ['2026-12-24'],
      }),
  },
  { description: 'openings by weekday; a weekday goes before weekdays, weekends, and daily' },
).transform((days, issues): Window => {
  const openings = WEEKDAYS.map((name, index) => {
    const group = index < 5 ? days.weekdays : days.weekends;
    const own = days[name];
    if (own !== undefined) return own;
    return group !== undefined ? group : (days.daily ?? null);
  });
  if (openings.every((day) => day === null)) {
    if (isMistaken(issues)) return z.NEVER;
    return refuse(issues as Issues, NEVER_OPENS, 'give at least one day an opening');
  }
  return { days: openings, closed: days.closed ?? [] };
});
