import type { Schedule } from '../../scenario/schedule.ts';
import type { CompileLog } from './compile-log.ts';
import type { Placed } from './policy.ts';
import type { Shared } from './shared.ts';
import { instantsOf, type Stretch } from './triggers.ts';

const DAY = 86400;

/**
 * Days by which the fulls of a workload come later than the schedule says, so that the fulls of
 * many workloads are spread evenly over the days between two of them.
 *
 * @param index place of the workload among all.
 */
export function latenessOf(
  shared: Shared,
  compileLog: CompileLog,
  { terms, at }: Placed,
  index: number,
  stretch: Stretch,
): number {
  if (terms.stagger !== 'fulls') return 0;
  const key = JSON.stringify(['cycle', terms.full]);
  const known = shared.byKey.get(key);
  const cycle = known ?? daysBetween(instantsOf(compileLog, at('full'), terms.full, stretch));
  shared.byKey.set(key, cycle);
  return index % cycle;
}

const daysBetween = ([first = 0, second = first]: readonly number[]): number =>
  Math.max(1, Math.round((second - first) / DAY));

/** Instants moved by whole local days; those that leave the horizon are gone. */
export function later(
  instants: readonly number[],
  days: number,
  { calendar, end }: Stretch,
): readonly number[] {
  if (days === 0) return instants;
  return instants
    .map((instant) => calendar.toInstant(calendar.toLocal(instant) + days * DAY))
    .filter((instant) => instant < end);
}

/** Whether a schedule ever comes true. */
export const isDue = (schedule: Schedule | undefined): boolean =>
  schedule !== undefined && schedule.kind !== 'never';
