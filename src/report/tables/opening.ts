import { visible } from '../../problem.ts';
import { meetsAll } from '../answer/advice.ts';
import type { Clock } from '../result/clock.ts';
import type { Result } from '../result/result.ts';
import { besidesOf } from './besides.ts';
import { profilesInWords } from './profiles.ts';

/** What stands above the first table, as sentences. */
export interface Opening {
  readonly title: string;
  /** What was simulated. */
  readonly facts: readonly string[];
  /** The recommended strategy, or that there is none. */
  readonly advice: string;
  readonly why: string;
  /** What it costs more, what the others break, and what it hangs on. */
  readonly besides: readonly string[];
  /** What joins the two in running text. */
  readonly joint: ': ' | '. ';
  /** Whether the advice comes without a but. */
  readonly good: boolean;
}

const QUANTILES = 'a figure is the median over the trials, with its 5th and 95th percentile';

/** Says what was simulated, how far chance was asked, and what to do. */
export function openingOf(result: Result, clock: Clock): Opening {
  const { scenario, seed, trials, advice, strategies } = result;
  const { timezone } = scenario;
  const from = clock(scenario.start, 'day');
  const to = clock(scenario.end, 'day');
  return {
    title: visible(scenario.name),
    facts: [
      `${from} to ${to}, time zone ${visible(timezone)}`,
      trials === 1
        ? `One run with seed ${seed}`
        : `${trials} trials with seed ${seed}: ${QUANTILES}`,
      ...profilesInWords(result),
    ],
    advice: headline(result),
    why: visible(advice.take === null ? advice.why : `It ${advice.why}`, 2000),
    besides: besidesOf(result).map((line) => visible(line, 2000)),
    joint: advice.take === null ? ': ' : '. ',
    good: strategies.some(({ name, stored }) => name === advice.take && stored.fullOn.never === 1),
  };
}

/** A strategy may meet every objective and keep nothing at all. */
function headline({ advice, strategies }: Result): string {
  if (advice.take !== null) return `Recommended: ${visible(advice.take)}`;
  return strategies.some(meetsAll)
    ? 'No strategy can be recommended'
    : 'No strategy meets every objective';
}
