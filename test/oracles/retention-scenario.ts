import { z } from 'zod';
import { DAY, MINUTE, until, WEEKDAYS, weekdayOf, written } from './dates.ts';
import type { Written } from './front-door.ts';

/** The dialects that keep single points. */
export const POINT_DIALECTS = [
  'exclusive',
  'exclusive+oldest',
  'overlapping',
  'overlapping+oldest',
] as const;
export type PointDialect = (typeof POINT_DIALECTS)[number];

const slots = z.number().int().min(0).optional();

const keep = z.strictObject({
  last: slots,
  hourly: slots,
  daily: slots,
  weekly: slots,
  monthly: slots,
  quarterly: slots,
  yearly: slots,
});
export type KeepCounts = z.output<typeof keep>;

const points = z.array(z.union([z.iso.datetime({ offset: true }), z.iso.date()])).min(1);
const pointsDaily = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  at: z.string().optional(),
  missing: z.array(z.iso.date()).optional(),
});
const dialect = z.enum(POINT_DIALECTS).optional();

const dates = z.union([
  z.strictObject({ dialect, points, keep }),
  z.strictObject({ dialect, pointsDaily, keep }),
]);

const weekday = z.enum(WEEKDAYS);
const whole = z.number().int().min(1);

const generations = z.strictObject({
  dialect: z.literal('generations'),
  fullWeekdays: z.array(weekday).min(1).optional(),
  incrementWeekdays: z.array(weekday).optional(),
  fullEveryDays: whole.optional(),
  incrementEveryDays: whole.optional(),
  keepMonths: whole.optional(),
  keepDays: whole.optional(),
});

/** What a retention case gives; a field that is not named here is an error. */
export const retentionInputs = z.union([generations, dates]);
export type DateInputs = z.output<typeof dates>;
export type GenerationInputs = z.output<typeof generations>;

/** The instants of the points of a case, oldest first. A daily point is at noon unless said. */
export function pointsOf(inputs: DateInputs): readonly number[] {
  if ('points' in inputs)
    return inputs.points.map((point) => Date.parse(point)).sort((a, b) => a - b);
  const { from, to, at = '12:00:00Z', missing = [] } = inputs.pointsDaily;
  const found: number[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += DAY) {
    const date = written(day).slice(0, 10);
    if (!missing.includes(date)) found.push(Date.parse(`${date}T${at.replace(/Z?$/, 'Z')}`));
  }
  return found;
}

/** Strategies are named by their dialect; a plus cannot be part of a name. */
export const strategyName = (name: string): string => name.replace('+', ' ');

export interface KeepCase {
  readonly dialects: readonly string[];
  readonly keep: Readonly<Record<string, unknown>>;
  /** instants of the points, in ms, oldest first */
  readonly points: readonly number[];
  /** when rules are applied: once at the end, or after each point */
  readonly prune?: 'at the end' | 'every time';
}

/**
 * A scenario in which every point is a full, and the rules are applied once, after the last one.
 * Each dialect is a strategy.
 */
export function keepScenario({ dialects, keep: rules, points: times, prune }: KeepCase): Written {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const at = prune === 'every time' ? {} : { prune: [written(last + MINUTE)] };
  return {
    name: 'points and rules',
    start: written(first),
    horizon: until(first, last),
    workloads: { source: { size: '1 GB' } },
    stores: { repository: {} },
    strategies: Object.fromEntries(
      dialects.map((name) => [
        strategyName(name),
        { full: times.map(written), keep: { dialect: name, ...rules }, ...at },
      ]),
    ),
  };
}

/** Any Monday will do. */
const BEGIN = Date.parse('2024-01-01T22:00:00Z');
/** The source counts a month as four weekly generations, and as 30 days. */
const WEEKS = 4;
const DAYS = 30;

/** The dates of fulls and of increments over so many days, from the first full on. */
export function generationDates(inputs: GenerationInputs, days: number) {
  const { fullWeekdays, incrementWeekdays = [], fullEveryDays, incrementEveryDays } = inputs;
  if ((fullWeekdays === undefined) === (fullEveryDays === undefined)) {
    throw new Error('give either fullWeekdays or fullEveryDays');
  }
  const all = Array.from({ length: days + 7 }, (_, day) => BEGIN + day * DAY);
  const start = fullWeekdays ? all.findIndex((time) => fullWeekdays.includes(weekdayOf(time))) : 0;
  const since = all.slice(start, start + days);
  const isFull = (time: number, day: number): boolean =>
    fullWeekdays ? fullWeekdays.includes(weekdayOf(time)) : day % (fullEveryDays ?? 1) === 0;
  const isIncrement = (time: number, day: number): boolean =>
    incrementWeekdays.includes(weekdayOf(time)) ||
    (incrementEveryDays !== undefined && day % incrementEveryDays === 0);
  return {
    fulls: since.filter(isFull),
    increments: since.filter((time, day) => !isFull(time, day) && isIncrement(time, day)),
  };
}

/** Months of weekly fulls count generations; everything else counts days back from the newest. */
export function generationKeep({ keepMonths, keepDays, fullWeekdays }: GenerationInputs) {
  if (keepMonths !== undefined && fullWeekdays) {
    return { dialect: 'generations', last: keepMonths * WEEKS * fullWeekdays.length };
  }
  const days = keepDays ?? (keepMonths ?? Number.NaN) * DAYS;
  return { dialect: 'generations', within: `${days} d` };
}

/** A scenario with a strategy for each instant at which the state of the store is looked at. */
export function generationScenario(
  inputs: GenerationInputs,
  days: number,
  looks: readonly number[],
): Written {
  const { fulls, increments } = generationDates(inputs, days);
  const [first = 0] = fulls;
  const datesUntil = (list: readonly number[], look: number) =>
    list.filter((time) => time <= look).map(written);
  return {
    name: 'generations',
    start: written(first),
    horizon: until(first, looks.at(-1) ?? first),
    workloads: { source: { size: '1 TB', change: '1 %/run' } },
    stores: { repository: {} },
    strategies: Object.fromEntries(
      looks.map((look) => {
        const parts = datesUntil(increments, look);
        const full = datesUntil(fulls, look);
        const kept = generationKeep(inputs);
        return [
          lookName(look),
          { full, ...(parts.length > 0 && { incremental: parts }), keep: kept },
        ];
      }),
    ),
  };
}

/** The name of the strategy that ends with the last run up to an instant. */
export const lookName = (look: number): string => written(look).slice(0, 10);
