import { z } from 'zod';
import { DAY, dayOf, HOUR, until, WEEKDAYS, weekdayOf, written } from './dates.ts';
import type { Written } from './front-door.ts';

const weekday = z.enum(WEEKDAYS);
const count = z.number().int().min(0);
const instant = z.iso.datetime();

/** What a restore-point-chain case gives; a field that is not named here is an error. */
export const chainInputs = z.strictObject({
  style: z.enum(['forward', 'reverse', 'copy', 'replica']),
  points: z.number().int().min(1),
  sourceSizeGiB: z.number().positive(),
  changePerRunPercent: z.number().min(0).max(100),
  dataLeftAfterReductionPercent: z.number().positive(),
  intervalHours: z.number().positive(),
  activeFullWeekdays: z.array(weekday),
  syntheticFullWeekdays: z.array(weekday),
  monthlyActiveFull: z
    .strictObject({ weekday, occurrenceInMonth: z.number().int().min(1).max(5) })
    .nullable(),
  gfs: z.strictObject({ weekly: count, monthly: count, quarterly: count, yearly: count }),
  gfsMethod: z.literal('merge').nullish(),
  blockClone: z.literal('age-table').nullable(),
  growthPerYearPercent: z.number().gt(-100),
  firstRun: instant,
  lastRun: instant,
  lastDay: z.iso.date(),
  /** how the source came by its numbers; everything it says is in the other fields too */
  environment: z.record(z.string(), z.unknown()).optional(),
});

export type ChainInputs = z.output<typeof chainInputs>;

/** The name of the one strategy in the scenario of a chain case. */
export const CHAIN = 'chain';

/**
 * Turns the inputs of a restore-point-chain case into a scenario. Nothing limits, so that jobs take
 * no time. Schedules are lists of dates: which runs make a full is worked out here, by the rules
 * that the case file states and those of the original program that plain words cannot say.
 *
 * @example
 * chainScenario({ style: 'forward', points: 14, ... }) // { start: '2024-01-01T22:00:00Z', ... }
 */
export function chainScenario(inputs: ChainInputs): Written {
  const [first, last] = [Date.parse(inputs.firstRun), Date.parse(inputs.lastRun)];
  if (written(last).slice(0, 10) !== inputs.lastDay) throw new Error('lastRun is not on lastDay');
  const growth = inputs.growthPerYearPercent;
  const left = inputs.dataLeftAfterReductionPercent;
  return {
    name: 'restore-point chain',
    start: inputs.firstRun,
    horizon: until(first, last),
    workloads: {
      source: {
        size: `${inputs.sourceSizeGiB} GiB`,
        change: { 'per-run': `${inputs.changePerRunPercent} %` },
        compressibility: Math.max(1, 100 / left),
        ...(growth !== 0 && { growth: `${growth} %/year` }),
      },
    },
    stores: { repository: inputs.blockClone ? { 'block-clone': inputs.blockClone } : {} },
    // What grows while it is stored has no compressibility; it is the tool's overhead.
    tools: { ideal: { like: 'generic', overhead: `${Math.max(0, left - 100)} %` } },
    strategies: {
      [CHAIN]: { tool: 'ideal', style: inputs.style, ...schedulesOf(inputs), ...keepOf(inputs) },
    },
  };
}

function keepOf({ style, points, gfs }: ChainInputs) {
  const rules = Object.entries(gfs).filter(([, slots]) => style === 'copy' && slots > 0);
  return { keep: { points, ...(rules.length > 0 && { gfs: Object.fromEntries(rules) }) } };
}

/** Styles copy and replica make one full, the first; reverse builds no synthetic fulls. */
function schedulesOf(inputs: ChainInputs) {
  const incremental = `every ${inputs.intervalHours * 3600} s`;
  const full = inputs.style === 'forward' || inputs.style === 'reverse' ? activeFulls(inputs) : [];
  const synthetic = inputs.style === 'forward' ? syntheticFulls(inputs, full) : [];
  return {
    incremental,
    ...(full.length > 0 && { full: full.map(written) }),
    ...(synthetic.length > 0 && { synthetic: synthetic.map(written) }),
  };
}

/**
 * The first run of each active-full day. The very first run counts as that day's full. A monthly
 * full puts the weekly list out of force.
 */
function activeFulls(inputs: ChainInputs): readonly number[] {
  const { monthlyActiveFull: monthly, activeFullWeekdays: weekly } = inputs;
  if (monthly) {
    const isOn = (time: number): boolean =>
      weekdayOf(time) === monthly.weekday && isOccurrence(time, monthly.occurrenceInMonth);
    return firstRunsOn(inputs, isOn, []);
  }
  return weekly.length > 0
    ? firstRunsOn(inputs, (time) => weekly.includes(weekdayOf(time)), [])
    : [];
}

/** The first run of each listed day that has no active full. */
function syntheticFulls(inputs: ChainInputs, active: readonly number[]): readonly number[] {
  const { syntheticFullWeekdays: days } = inputs;
  if (days.length === 0) return [];
  return firstRunsOn(inputs, (time) => days.includes(weekdayOf(time)), active.map(dayOf));
}

/** Whether a day is the n-th of its weekday in the month; 5 means the last. */
function isOccurrence(time: number, occurrence: number): boolean {
  if (occurrence === 5) {
    return new Date(time + 7 * DAY).getUTCMonth() !== new Date(time).getUTCMonth();
  }
  return Math.ceil(new Date(time).getUTCDate() / 7) === occurrence;
}

/**
 * The first run of each day that fits, but for the day of the very first run and the days taken.
 * The last date lies beyond the horizon: a schedule that never comes true in it is still one.
 */
function firstRunsOn(
  inputs: ChainInputs,
  isOn: (time: number) => boolean,
  taken: readonly number[],
): readonly number[] {
  const first = Date.parse(inputs.firstRun);
  const last = Date.parse(inputs.lastRun);
  const days = new Set([dayOf(first), ...taken]);
  const runs: number[] = [];
  for (let time = first; time <= last; time += inputs.intervalHours * HOUR) {
    if (days.has(dayOf(time)) || !isOn(time)) continue;
    days.add(dayOf(time));
    runs.push(time);
  }
  return [...runs, (dayOf(last) + 2) * DAY];
}
