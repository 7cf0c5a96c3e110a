import type { Schedule } from '../../scenario/schedule.ts';
import type { CompileLog } from './compile-log.ts';
import type { LocatedTerms } from './policy.ts';
import type { Shared } from './shared.ts';
import { expand, instantsOf, type Timeline } from './triggers.ts';

const DAY = 86400;

/**
 * Days by which the fulls of a workload are delayed, so that the fulls of many workloads are spread
 * evenly over the days of a full cycle.
 *
 * @param index index of the workload.
 */
export function staggerDelay(
  shared: Shared,
  compileLog: CompileLog,
  { terms, pathOf }: LocatedTerms,
  index: number,
  timeline: Timeline,
): number {
  if (terms.stagger !== 'fulls') return 0;
  const key = JSON.stringify(['cycle', terms.full]);
  const cached = shared.byKey.get(key);
  const cycle = cached ?? cycleOf(instantsOf(compileLog, pathOf('full'), terms.full, timeline));
  shared.byKey.set(key, cycle);
  return index % cycle;

  function cycleOf(within: readonly number[]): number {
    if (within.length > 1 || !terms.full) return daysBetween(within);
    // A short horizon has one full at most: how far off the next is does not hang on it.
    return daysBetween(expand(terms.full, { ...timeline, end: timeline.start + TWO_YEARS }));
  }
}

/** What comes once a year comes twice in it. */
const TWO_YEARS = 2 * 366 * DAY;

const daysBetween = ([first = 0, second = first]: readonly number[]): number =>
  Math.max(1, Math.round((second - first) / DAY));

/** Instants moved by whole local days; those past the end of the horizon are dropped. */
export function shiftedByDays(
  instants: readonly number[],
  days: number,
  { calendar, end }: Timeline,
): readonly number[] {
  if (days === 0) return instants;
  return instants
    .map((instant) => calendar.toInstant(calendar.toLocal(instant) + days * DAY))
    .filter((instant) => instant < end);
}

/** Whether a schedule is given and is not `never`. */
export const isDue = (schedule: Schedule | undefined): boolean =>
  schedule !== undefined && schedule.kind !== 'never';
