import { NETS } from '../../random/net.ts';
import type { Plan, StrategyPlan } from '../../simulation/plan/plan.ts';
import { trialsNeeded } from '../../stats/trials-needed.ts';
import type { Figures } from '../../study/figures.ts';
import type { Study } from '../../study/trials.ts';
import type { Result } from '../result/result.ts';
import { judgedOf } from './objectives.ts';
import { unpricedOf } from './unpriced.ts';

/** How many trials the answers would need, over all strategies; null where there was one. */
export function doubtOf(plan: Plan, studies: readonly Study[], trials: number): Result['doubt'] {
  if (trials === 1) return null;
  const scrambles = Math.min(NETS, trials);
  const needed =
    isUncertain(plan) || plan.strategies.some((one) => mayFail(plan, one))
      ? trialsNeeded({
          promises: studies.flatMap(({ strategy, figures }) =>
            judgedOf(plan, figures)
              // Schedules are always judged; one that always holds asks for no trials.
              .filter(({ promise, kept }) => promise.name !== 'schedule' || kept.includes(0))
              // A cost that lacks a price is kept in no trial, however many there are.
              .filter(({ promise }) => promise.name !== 'cost' || isPriced(plan, strategy, figures))
              .map(({ kept }) => kept),
          ),
          amounts: studies.map(({ figures }) => figures.map(({ stored }) => stored.peak)),
        })
      : 1;
  return { scrambles, points: Math.floor(trials / scrambles), needed, enough: needed <= trials };
}

const isPriced = (plan: Plan, strategy: StrategyPlan, figures: readonly Figures[]): boolean =>
  unpricedOf(plan, strategy, figures).length === 0;

/** Whether any input is uncertain. */
export const isUncertain = ({ parameters }: Plan): boolean =>
  parameters.some(({ distribution }) => distribution.kind !== 'fixed');

/** Whether any job of a strategy fails by chance. */
export function mayFail({ parameters }: Plan, { policies }: StrategyPlan): boolean {
  return policies.some(({ failure }) => {
    const distribution = failure === null ? undefined : parameters[failure]?.distribution;
    return distribution && !(distribution.kind === 'fixed' && distribution.value === 0);
  });
}
