import { Cron } from 'croner';
import type { Schedule } from '../../scenario/schedule.ts';
import type { Window } from '../../scenario/window.ts';
import { type Calendar, dayOf, parseInstant, weekdayOf } from '../../units/calendar.ts';
import type { WindowOccurrences } from '../plan/window-occurrences.ts';
import type { CompileLog } from './compile-log.ts';

const DAY = 86400;
/** Most dates of one schedule: more are a typing error. */
const MOST_TRIGGERS = 5_000_000;
/** Most dates of all schedules and strategies together: more would not fit in memory. */
const MOST_DATES = 10_000_000;

/** The simulated period [start, end) and the calendar in which schedules are expanded. */
export interface Timeline {
  readonly calendar: Calendar;
  readonly start: number;
  readonly end: number;
}

/**
 * Every instant of a schedule in [start, end), ascending; none without a schedule. Too many dates
 * are a problem at `path`, and none are returned. A list that names an instant twice is a problem as
 * well: at one instant a job makes one point.
 */
export function instantsOf(
  compileLog: CompileLog,
  path: string,
  schedule: Schedule | undefined,
  timeline: Timeline,
): readonly number[] {
  if (!schedule || compileLog.dates > MOST_DATES) return [];
  if (schedule.kind === 'dates') reportRepeats(compileLog, path, schedule.dates, timeline);
  // Many strategies share a schedule, and expanding a pattern is slow.
  const key = `${timeline.end} ${JSON.stringify(schedule)}`;
  const instants = compileLog.instants.get(key) ?? expand(schedule, timeline);
  compileLog.instants.set(key, instants);
  if (instants.length <= MOST_TRIGGERS) {
    return countDates(compileLog, path, instants.length) ? instants : [];
  }
  compileLog.dates += instants.length;
  const message = `has more than ${MOST_TRIGGERS} dates`;
  compileLog.problems.push({ path, message, hint: 'write a rarer schedule or a shorter horizon' });
  return [];
}

/**
 * Counts the dates that a strategy, a store or a window adds to the plan. The first that brings them
 * beyond the most that are simulated is a problem, and nothing is expanded after it.
 *
 * @returns whether there is room for them.
 */
export function countDates(compileLog: CompileLog, path: string, number: number): boolean {
  const had = compileLog.dates;
  compileLog.dates += number;
  if (compileLog.dates <= MOST_DATES) return true;
  if (had > MOST_DATES) return false;
  const message = `brings the dates of all schedules together to more than ${MOST_DATES}`;
  const hint = 'write rarer schedules, fewer strategies or a shorter horizon';
  compileLog.problems.push({ path, message, hint });
  return false;
}

function reportRepeats(
  { problems }: CompileLog,
  path: string,
  dates: readonly string[],
  { calendar }: Timeline,
): void {
  const seen = new Map<number | undefined, number>();
  for (const [index, date] of dates.entries()) {
    const instant = parseInstant(date, calendar.zone);
    const first = seen.get(instant);
    if (first === undefined) seen.set(instant, index);
    else {
      const message = `is the same instant as ${dates[first]}, which the list names before`;
      const hint = 'leave it out, or write another: one instant makes one point';
      problems.push({ path: `${path}[${index}]`, message, hint });
    }
  }
}

/** The instants of a schedule, ascending, however many there are: `instantsOf` sees to it that they are few. */
export function expand(schedule: Schedule, timeline: Timeline): number[] {
  const { calendar, start, end } = timeline;
  switch (schedule.kind) {
    case 'never':
      return [];
    case 'dates':
      return schedule.dates
        .map((date) => parseInstant(date, calendar.zone) ?? start)
        .filter((instant) => instant >= start && instant < end)
        .sort((a, b) => a - b);
    case 'every':
      return atInterval(schedule, timeline);
    case 'cron':
      return atPattern(schedule.pattern, timeline);
  }
}

function atInterval(
  { seconds, at, weekday }: Extract<Schedule, { kind: 'every' }>,
  { calendar, start, end }: Timeline,
): number[] {
  const instants: number[] = [];
  if (at === undefined) {
    for (let k = 0; start + k * seconds < end && k <= MOST_TRIGGERS; k++)
      instants.push(start + k * seconds);
    return instants;
  }
  const today = dayOf(calendar.toLocal(start));
  let first = (today + (weekday === undefined ? 0 : daysUntil(weekday, today))) * DAY + at;
  // A day of the week whose time is over when the scenario starts is that of the next week.
  if (weekday !== undefined && calendar.toInstant(first) < start) first += 7 * DAY;
  for (let k = 0; k <= MOST_TRIGGERS; k++) {
    const instant = calendar.toInstant(first + k * seconds);
    if (instant >= end) break;
    if (instant >= start) instants.push(instant);
  }
  return instants;
}

/** Days from one, counted from 1970-01-01, a Thursday, to the next such day of the week, 0 for Sunday. */
const daysUntil = (weekday: number, day: number): number => (((weekday - 4 - day) % 7) + 7) % 7;

/**
 * Expands the pattern on the wall clock and then converts to the zone, which is much faster. Every
 * day that fits has the same times, so only days are asked of the cron library.
 *
 * Where the clock changes, dates are those of cron: a fixed time runs once, at the first of two and
 * shifted out of a gap. A pattern that goes by the hour or the minute runs at every time that the
 * clock shows: twice if it comes twice, and not at all if it is skipped.
 */
function atPattern(pattern: string, { calendar, start, end }: Timeline): number[] {
  const { days, times } = daysAndTimes(pattern);
  const repeats = isRepeating(pattern);
  const instants: number[] = [];
  const add = (instant: number | undefined): void => {
    if (instant !== undefined && instant >= start && instant < end) instants.push(instant);
  };
  // Near a change, a local time before that of the start may come after the start, and likewise at
  // the end.
  const [from, until] = [calendar.toLocal(start) - DAY, calendar.toLocal(end) + DAY];
  const before = (dayOf(from) * DAY - 1) * 1000;
  for (
    let day = days.nextRun(new Date(before));
    day && day.getTime() / 1000 < until && instants.length <= MOST_TRIGGERS;
    day = days.nextRun(day)
  ) {
    for (const time of times) {
      const local = day.getTime() / 1000 + time;
      if (local <= from || local >= until) continue;
      const instant = calendar.toInstant(local);
      if (!repeats || calendar.toLocal(instant) === local) add(instant);
      if (repeats) add(calendar.secondAt(local));
    }
  }
  const isAscending = instants.every((instant, i) => i === 0 || instant > Number(instants[i - 1]));
  return isAscending ? instants : [...new Set(instants)].sort((a, b) => a - b);
}

/** The days of a cron pattern, each at midnight, and its times of day in seconds, ascending. */
function daysAndTimes(pattern: string) {
  const parts = pattern.trim().split(/\s+/);
  const [second, minute, hour, ...date] = parts.length > 5 ? parts : ['0', ...parts];
  const within = (clock: string, unit: number, number: number): number[] => {
    const cron = new Cron(`${clock} * * *`, { utcOffset: 0, paused: true });
    return cron
      .nextRuns(number, new Date(-1000))
      .map((run) => run.getTime() / 1000)
      .filter((time) => time < unit * number);
  };
  const seconds = within(`${second} 0 0`, 1, 60);
  const minutes = within(`0 ${minute} 0`, 60, 60);
  const hours = within(`0 0 ${hour}`, 3600, 24);
  return {
    days: new Cron(`0 0 0 ${date.join(' ')}`, { utcOffset: 0, paused: true }),
    times: hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => h + m + s))),
  };
}

/**
 * Whether a cron pattern repeats within the day: its hours or its minutes begin with `*`, as in the
 * rule of Vixie cron (entry.c, MIN_STAR and HR_STAR).
 *
 * @example isRepeating('30 1,2 * * *') // false
 */
function isRepeating(pattern: string): boolean {
  const parts = pattern.split(/\s+/);
  // Patterns of six parts and more begin with seconds.
  const minutes = parts.length > 5 ? 1 : 0;
  return parts.slice(minutes, minutes + 2).some((part) => /^[*?]/.test(part));
}

/**
 * Every occurrence of a window that overlaps the timeline. Occurrences that touch or overlap are
 * joined: each keeps its opening and closes when the last of them does.
 */
export function occurrencesOf(
  window: Window,
  { calendar, start, end }: Timeline,
): WindowOccurrences {
  const opens: number[] = [];
  const closes: number[] = [];
  const closed = new Set(window.closed.map((date) => (parseInstant(date, 'UTC') ?? 0) / DAY));
  const last = dayOf(calendar.toLocal(end)) + 8;
  for (let day = dayOf(calendar.toLocal(start)) - 1; day <= last; day++) {
    const opening = window.days[weekdayOf(day)];
    if (!opening || closed.has(day)) continue;
    const from = calendar.firstAt(day * DAY + opening.opens);
    const to = calendar.firstAt(day * DAY + opening.opens + opening.lasts);
    // Hours skipped by a daylight-saving change do not occur.
    if (to <= from) continue;
    opens.push(from);
    closes.push(to);
  }
  // A window that is open without a break for the last week never closes.
  for (let i = opens.length - 1, unbroken = 1; i > 0; i--) {
    if ((opens[i] as number) > (closes[i - 1] as number)) break;
    if (++unbroken > 7) closes[closes.length - 1] = Infinity;
  }
  for (let first = 0, last = 0; first < opens.length; first = last) {
    let end = closes[first] as number;
    for (last = first + 1; last < opens.length && (opens[last] as number) <= end; last++) {
      end = Math.max(end, closes[last] as number);
    }
    closes.fill(end, first, last);
  }
  return { opens: Float64Array.from(opens), closes: Float64Array.from(closes) };
}
