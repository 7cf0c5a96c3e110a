import { DAY, dayOf, HOUR } from './dates.ts';
import type { KeepCounts, PointDialect } from './retention-scenario.ts';

const ORDER = ['last', 'hourly', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;
type Rule = (typeof ORDER)[number];

/** The period of a rule that an instant (ms) lies in, in words; a point is a period to `last`. */
export function periodOf(rule: Rule, time: number): string {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (rule) {
    case 'last':
      return String(time);
    case 'hourly':
      return String(Math.floor(time / HOUR));
    case 'daily':
      return String(dayOf(time));
    case 'weekly': {
      // The Monday the ISO week begins with.
      const back = (date.getUTCDay() + 6) % 7;
      return String(dayOf(time - back * DAY));
    }
    case 'monthly':
      return `${year}-${month}`;
    case 'quarterly':
      return `${year} Q${Math.floor(month / 3)}`;
    case 'yearly':
      return String(year);
  }
}

/** An age, in months or in days. */
export type ReplayedAge = Readonly<{ months: number } | { days: number }>;

/**
 * Which points each dialect keeps and by what rules, worked out naively from the words of
 * retention-dates.json. It shares nothing with the simulator.
 *
 * @param times instants in ms, in any order, no two equal
 * @param pruned instant in ms at which the rules are applied
 * @returns rules by kept instant
 */
export function keptNaively(
  dialect: PointDialect,
  { within, ...keep }: KeepCounts & { readonly within?: ReplayedAge | undefined },
  times: readonly number[],
  pruned: number,
): ReadonlyMap<number, readonly string[]> {
  const newestFirst = [...times].sort((a, b) => b - a);
  const rules = ORDER.flatMap((rule) => (keep[rule] ? [{ rule, count: keep[rule] }] : []));
  const since = within ? sinceWhen(dialect, within, newestFirst[0] ?? 0, pruned) : Infinity;
  const young = newestFirst.filter((time) => time > since);
  switch (dialect) {
    case 'overlapping':
    case 'overlapping+oldest': {
      const kept = overlapping(newestFirst, rules, dialect !== 'overlapping');
      for (const time of young) kept.set(time, [...(kept.get(time) ?? []), 'within']);
      return kept;
    }
    case 'exclusive':
      return exclusive(newestFirst, rules, young);
    case 'exclusive+oldest':
      return exclusiveWithOldest(newestFirst, rules, young);
  }
}

/** borg counts back from the pruning in months of 31 days, all others by the calendar. */
function sinceWhen(dialect: PointDialect, age: ReplayedAge, newest: number, pruned: number) {
  const months = 'months' in age ? age.months : 0;
  const days = 'days' in age ? age.days : 0;
  if (dialect === 'exclusive+oldest') return pruned - (31 * months + days) * DAY;
  const date = new Date(newest);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  // Days that the month does not have count on into the next one.
  return Date.UTC(year, month - months, day - days) + (newest % DAY);
}

const byAge = (young: readonly number[]): Map<number, string[]> =>
  new Map(young.map((time) => [time, ['within']]));

interface Slots {
  readonly rule: Rule;
  readonly count: number;
}

/** The newest point of each period, newest period first. */
function newestOfEach(rule: Rule, newestFirst: readonly number[]): readonly number[] {
  const seen = new Map<string, number>();
  for (const time of newestFirst) {
    const period = periodOf(rule, time);
    if (!seen.has(period)) seen.set(period, time);
  }
  return [...seen.values()];
}

function overlapping(times: readonly number[], rules: readonly Slots[], withOldest: boolean) {
  const kept = new Map<number, string[]>();
  const keep = (time: number, why: string) => kept.set(time, [...(kept.get(time) ?? []), why]);
  for (const { rule, count } of rules) {
    const newest = newestOfEach(rule, times);
    for (const time of newest.slice(0, count)) keep(time, rule);
    const oldest = times.at(-1);
    if (withOldest && oldest !== undefined && newest.length < count && !newest.includes(oldest)) {
      keep(oldest, `${rule} (oldest)`);
    }
  }
  return kept;
}

function exclusive(
  times: readonly number[],
  rules: readonly Slots[],
  young: readonly number[],
): Map<number, string[]> {
  const kept = byAge(young);
  let visible = [...times];
  for (const { rule, count } of rules) {
    const covered = new Set([...kept.keys()].map((time) => periodOf(rule, time)));
    const open = visible.filter((time) => !kept.has(time) && !covered.has(periodOf(rule, time)));
    const chosen = newestOfEach(rule, open).slice(0, count);
    const periods = new Set(chosen.map((time) => periodOf(rule, time)));
    for (const time of chosen) kept.set(time, [rule]);
    // What is older than the one kept in the same period is gone for the rules that follow.
    visible = visible.filter((time) => kept.has(time) || !periods.has(periodOf(rule, time)));
  }
  return kept;
}

/** Rules run in order; the first that runs out of points before its slots keeps the oldest one. */
function exclusiveWithOldest(
  times: readonly number[],
  rules: readonly Slots[],
  young: readonly number[],
): Map<number, string[]> {
  const kept = byAge(young);
  const oldest = times.at(-1);
  for (const { rule, count } of rules) {
    const free = newestOfEach(rule, times).filter((time) => !kept.has(time));
    for (const time of free.slice(0, count)) kept.set(time, [rule]);
    if (free.length < count && oldest !== undefined && !kept.has(oldest)) {
      kept.set(oldest, [`${rule} (oldest)`]);
    }
  }
  return kept;
}
