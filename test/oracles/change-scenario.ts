import { z } from 'zod';
import { DAY, until, written } from './dates.ts';
import type { Written } from './front-door.ts';

const share = z.number().min(0).max(1);
const days = z.array(z.number().positive()).min(1);

/** What a change case gives; a field that is not named here is an error. */
export const changeInputs = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('uniform'), changedPerDayFraction: share, days }),
  z.strictObject({
    model: z.literal('two-class'),
    changedPerDayFraction: share,
    hotUnitsFraction: share,
    hotShareOfChanges: share,
    days,
  }),
  z.strictObject({
    model: z.literal('zipf'),
    exponent: z.number().min(0),
    units: z.number().int().positive(),
    /** follows from what changes on day 1 */
    writesPerDay: z.number().positive().optional(),
    changedOnDay1Fraction: share,
    days,
  }),
]);

export type ChangeInputs = z.output<typeof changeInputs>;

const START = Date.parse('2024-01-01T00:00:00Z');

/** The name of the strategy that looks after k days. */
export const afterDays = (k: number): string => `after ${k} days`;

/** A scenario with a strategy for each k: a full at the start, a differential k days later. */
export function changeScenario(inputs: ChangeInputs): Written {
  const longest = Math.max(...inputs.days);
  return {
    name: 'changed data',
    start: written(START),
    horizon: until(START, START + longest * DAY),
    workloads: { source: { size: '1 TB', change: changeOf(inputs) } },
    stores: { repository: {} },
    strategies: Object.fromEntries(
      inputs.days.map((k) => [
        afterDays(k),
        { full: [written(START)], differential: [written(START + k * DAY)] },
      ]),
    ),
  };
}

function changeOf(inputs: ChangeInputs) {
  switch (inputs.model) {
    case 'uniform':
      return { 'per-day': inputs.changedPerDayFraction };
    case 'two-class': {
      const { hotUnitsFraction: hot, hotShareOfChanges: takes } = inputs;
      return { 'per-day': inputs.changedPerDayFraction, skew: { hot, takes } };
    }
    case 'zipf': {
      const { exponent: zipf, units } = inputs;
      return { 'per-day': inputs.changedOnDay1Fraction, skew: { zipf, units } };
    }
  }
}
