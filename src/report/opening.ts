import { visible } from '../problem.ts';
import type { Clock } from './clock.ts';
import type { Result } from './result.ts';

/** What stands above the first table, as sentences. */
export interface Opening {
  readonly title: string;
  /** What was simulated. */
  readonly facts: readonly string[];
  /** Which strategy to take, or that there is none. */
  readonly advice: string;
  readonly why: string;
  readonly good: boolean;
}

const QUANTILES = 'a figure is the median over the trials, with its 5th and 95th percentile';

/** Says what was simulated, how far chance was asked, and what to do. */
export function openingOf(result: Result, clock: Clock): Opening {
  const { scenario, seed, trials, advice } = result;
  const { timezone } = scenario;
  const from = clock(scenario.start, 'day');
  const to = clock(scenario.end, 'day');
  return {
    title: visible(scenario.name),
    facts: [
      `${from} to ${to}, times on the clock of ${visible(timezone)}`,
      trials === 1
        ? 'One run without chance: each uncertain input stands at its mean (--trials shows the doubt)'
        : `${trials} trials with seed ${seed}: ${QUANTILES}`,
    ],
    advice:
      advice.take === null ? 'No strategy meets every objective' : `Take ${visible(advice.take)}`,
    why: visible(advice.why, 2000),
    good: advice.take !== null,
  };
}
