import { type Arena, take } from '../../arena.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Protection } from '../protection.ts';

const DAY = 86400;

/**
 * Source bytes of a workload that change, day by day from the start of the horizon on. Within a day
 * they come evenly. No day is told by the horizon: a longer one only has more of them.
 */
export interface ChangesByDay {
  readonly start: number;
  /** Bytes a second, where all days are alike. */
  readonly steady: number;
  /** Where they differ: bytes from the start up to the beginning of each day, and of the one after. */
  readonly sums: Float64Array | null;
}

/** Days of 24 hours from the start on; the last may reach beyond the end. */
export const daysOf = ({ start, end }: Plan): number => Math.max(1, Math.ceil((end - start) / DAY));

/** What changes on each day of the horizon. */
export function changesByDay(plan: Plan, protection: Protection, arena: Arena): ChangesByDay {
  const { start } = plan;
  const { steady } = protection.sizes;
  if (steady) return { start, steady: changedOn(plan, protection, 0) / DAY, sums: null };
  const days = daysOf(plan);
  const sums = take(arena, days + 1);
  for (let day = 0; day < days; day++)
    sums[day + 1] = (sums[day] as number) + changedOn(plan, protection, day);
  return { start, steady: Number.NaN, sums };
}

function changedOn({ start }: Plan, { sizes, size }: Protection, day: number): number {
  const from = start + day * DAY;
  return sizes.read(from, 0, from + DAY, 1, sizes.source(size, from + DAY));
}

/** Bytes a second that change on one day; after the last as many as on it. */
export function changeOn({ steady, sums }: ChangesByDay, day: number): number {
  if (!sums) return steady;
  const at = Math.min(day, sums.length - 2);
  return ((sums[at + 1] as number) - (sums[at] as number)) / DAY;
}

/**
 * Bytes that change from one instant to a later one.
 *
 * @example changedBetween({ start: 0, steady: 5, sums: null }, 60, 72) // 60
 */
export const changedBetween = (changes: ChangesByDay, from: number, until: number): number =>
  changes.sums ? sumUpTo(changes, until) - sumUpTo(changes, from) : changes.steady * (until - from);

function sumUpTo(changes: ChangesByDay, instant: number): number {
  const sums = changes.sums as Float64Array;
  const day = Math.min(sums.length - 2, Math.floor((instant - changes.start) / DAY));
  const into = instant - changes.start - day * DAY;
  return (sums[day] as number) + changeOn(changes, day) * into;
}

/** Bytes a second that change on the day of the horizon on which most do. */
export function mostChanged(changes: ChangesByDay): number {
  let most = changeOn(changes, 0);
  for (let day = 1; day + 1 < (changes.sums?.length ?? 0); day++)
    most = Math.max(most, changeOn(changes, day));
  return most;
}

/**
 * Source bytes that change per second on the day in the middle of the horizon: for figures that are
 * averages over it.
 */
export function changePerSecond({ start, end }: Plan, { sizes, size }: Protection): number {
  const middle = (start + end) / 2;
  return sizes.read(middle - DAY, 0, middle, 1, sizes.source(size, middle)) / DAY;
}
