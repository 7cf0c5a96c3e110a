import { Cron } from 'croner';
import type { Schedule } from '../../scenario/schedule.ts';
import type { Window } from '../../scenario/window.ts';
import { type Calendar, dayOf, parseInstant, weekdayOf } from '../../units/calendar.ts';
import type { TriggerGroup } from '../plan/plan.ts';
import type { WindowOccurrences } from '../plan/window-occurrences.ts';
import { occurrenceAt } from '../plan/window-occurrences.ts';
import type { CompileLog } from './compile-log.ts';

const DAY = 86400;
/** More dates than this in one schedule are a slip of the pen, and would not fit in memory. */
const MOST_TRIGGERS = 5_000_000;

/** The stretch of time and the zone in which schedules are worked out; `end` does not belong to it. */
export interface Stretch {
  readonly calendar: Calendar;
  readonly start: number;
  readonly end: number;
}

/**
 * Every instant of a schedule from the start on and before the end, in order; none without a
 * schedule. Too many dates are a problem of the field at `path`, and come as none.
 */
export function instantsOf(
  compileLog: CompileLog,
  path: string,
  schedule: Schedule | undefined,
  stretch: Stretch,
): readonly number[] {
  if (!schedule) return [];
  // Many strategies have the same schedule, and patterns of dates take long.
  const key = JSON.stringify(schedule);
  const instants = compileLog.instants.get(key) ?? allOf(schedule, stretch);
  compileLog.instants.set(key, instants);
  if (instants.length <= MOST_TRIGGERS) return instants;
  const message = `has more than ${MOST_TRIGGERS} dates`;
  compileLog.problems.push({ path, message, hint: 'write a rarer schedule or a shorter horizon' });
  return [];
}

function allOf(schedule: Schedule, stretch: Stretch): number[] {
  const { calendar, start, end } = stretch;
  switch (schedule.kind) {
    case 'never':
      return [];
    case 'dates':
      return [...new Set(schedule.dates.map((date) => parseInstant(date, calendar.zone) ?? start))]
        .filter((instant) => instant >= start && instant < end)
        .sort((a, b) => a - b);
    case 'every':
      return everySo(schedule.seconds, schedule.at, stretch);
    case 'cron':
      return byCron(schedule.pattern, stretch);
  }
}

function everySo(
  seconds: number,
  at: number | undefined,
  { calendar, start, end }: Stretch,
): number[] {
  const instants: number[] = [];
  if (at === undefined) {
    for (let k = 0; start + k * seconds < end && k <= MOST_TRIGGERS; k++)
      instants.push(start + k * seconds);
    return instants;
  }
  const first = dayOf(calendar.toLocal(start)) * DAY + at;
  for (let k = 0; k <= MOST_TRIGGERS; k++) {
    const instant = calendar.toInstant(first + k * seconds);
    if (instant >= end) break;
    if (instant >= start) instants.push(instant);
  }
  return instants;
}

/** The pattern is followed on the wall clock and then put into the zone, which is much faster. */
function byCron(pattern: string, { calendar, start, end }: Stretch): number[] {
  const cron = new Cron(pattern, { utcOffset: 0, paused: true });
  const instants: number[] = [];
  let next = cron.nextRun(new Date((calendar.toLocal(start) - 1) * 1000));
  while (next && instants.length <= MOST_TRIGGERS) {
    const instant = calendar.toInstant(next.getTime() / 1000);
    if (instant >= end) break;
    if (instant >= start && instant !== instants[instants.length - 1]) instants.push(instant);
    next = cron.nextRun(next);
  }
  return instants;
}

/**
 * Every occurrence of a window that touches the stretch. Openings that touch or overlap are open
 * together: each of them closes when the last one does.
 */
export function occurrencesOf(
  window: Window,
  { calendar, start, end }: Stretch,
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
    // Hours that the clock skips as it goes forward do not come.
    if (to <= from) continue;
    opens.push(from);
    closes.push(to);
  }
  // What is open for the whole of the last week is open for good.
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

/**
 * Joins the dates of all levels; at one instant the highest level wins. A job that is due while its
 * window is shut waits for it to open.
 *
 * @param dates instants by level (see LEVELS), highest first.
 */
export function joinTriggers(
  dates: readonly { readonly level: number; readonly instants: readonly number[] }[],
  window: { readonly index: number; readonly window: WindowOccurrences } | null,
  end: number,
): TriggerGroup {
  const levels = new Map<number, number>();
  const occurrences = new Map<number, number>();
  for (const { level, instants } of dates) {
    for (const instant of instants) {
      const occurrence = window ? occurrenceAt(window.window, instant) : -1;
      const ready = window
        ? Math.max(instant, window.window.opens[occurrence] ?? Infinity)
        : instant;
      if (ready >= end) continue;
      levels.set(ready, Math.min(level, levels.get(ready) ?? level));
      occurrences.set(ready, occurrence);
    }
  }
  const times = Float64Array.from(levels.keys()).sort();
  return {
    times,
    levels: Uint8Array.from(times, (time) => levels.get(time) ?? 0),
    occurrences: Int32Array.from(times, (time) => occurrences.get(time) ?? -1),
    window: window ? window.index : -1,
  };
}
