import type { GateOutcome } from '../../../gate/outcome.ts';
import { visible } from '../../../problem.ts';
import { growthText, intervalText, metricText, verdictWord } from '../../tables/measured/gate.ts';

/** One thing that was judged, as the formats of CI systems take it. Its texts are made safe. */
export interface Case {
  readonly group: string;
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'unclear';
  readonly message: string;
}

/** What a gate has judged, case by case. */
export const casesOf = ({ judgements }: GateOutcome): readonly Case[] =>
  judgements.map((one): Case => {
    const interval = intervalText(one);
    const parts = [
      `${growthText(one.ratio)}${interval === '' ? '' : ` (${interval})`}`,
      `limit ${growthText(1 + one.limit)}`,
      ...(one.how === 'tested' ? [`${one.pairs} pairs`] : []),
      ...(one.note === null ? [] : [one.note]),
    ];
    return {
      group: visible(one.scenario),
      name: metricText(one),
      state: STATES[one.verdict],
      message: visible(`${verdictWord(one)}: ${parts.join('; ')}`, MOST),
    };
  });

const MOST = 500;

const STATES = {
  better: 'passed',
  same: 'passed',
  worse: 'failed',
  'cannot tell': 'unclear',
} as const;

/** What moved between two plan results and must not, case by case; one that passed where nothing did. */
export const casesOfFailures = (scenario: string, failures: readonly string[]): readonly Case[] =>
  failures.length === 0
    ? [
        {
          group: visible(scenario),
          name: 'plan',
          state: 'passed',
          message: 'nothing moved that must not',
        },
      ]
    : failures.map((failure) => ({
        group: visible(scenario),
        name: 'plan',
        state: 'failed',
        message: visible(failure, MOST),
      }));
