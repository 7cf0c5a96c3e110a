import { checkpointLevels, type LevelAnswer } from '../../model/checkpoint-levels.ts';
import type { Plan } from '../../simulation/plan/plan.ts';
import type { TierPlan, TrainingPlan } from '../../simulation/plan/training.ts';
import type { TierResult, TrainingResult } from '../result/training.ts';

const DAY = 86_400;
const YEAR = 365 * DAY;

/** Answers how often each training run should save its state, and what saves and failures cost. */
export const trainingOf = (plan: Plan): TrainingResult[] =>
  plan.training.map((run) => answerOf(run, plan.workloads[run.workload]?.name ?? ''));

function answerOf(run: TrainingPlan, workload: string): TrainingResult {
  const { failures, tiers, price, accelerators, checkpoint } = run;
  const rates = failures.map(({ rate }) => rate);
  const { levels, waste } = checkpointLevels(tiers, rates, run.restart);
  const sum = levels.reduce((all, level) => all + shareOf(level), 0);
  // Where more than the whole is lost, the tiers share what the run costs.
  const cut = sum > 1 ? 1 / sum : 1;
  const costOf = (share: number): number | null =>
    price === null ? null : cut * share * accelerators * price * YEAR;
  return {
    name: run.name,
    workload,
    checkpointBytes: checkpoint,
    accelerators,
    mtbf: 1 / rates.reduce((sum, rate) => sum + rate, 0),
    waste: waste.share,
    noProgress: waste.noProgress,
    effective: 1 - waste.share,
    costPerYear: costOf(sum),
    currency: run.currency,
    tiers: tiers.map((tier, index) =>
      tierOf(tier, levels[index] as LevelAnswer, { checkpoint, costOf }),
    ),
  };
}

function tierOf(
  tier: TierPlan,
  level: LevelAnswer,
  of: { readonly checkpoint: number; readonly costOf: (share: number) => number | null },
): TierResult {
  const { saving, redoing, restoring, interval } = level;
  const total = shareOf(level);
  return {
    name: tier.name,
    saveSeconds: tier.save,
    persistSeconds: tier.persist,
    restoreSeconds: tier.restore,
    failures: level.rate,
    interval: {
      chosen: ending(interval),
      young: ending(level.young),
      daly: ending(level.daly),
    },
    waste: { saving, redoing, restoring, total },
    lostWork: level.rate > 0 ? level.lostWork : null,
    bytesHeld: tier.held * of.checkpoint,
    bytesPerDay: (of.checkpoint * DAY) / interval,
    costPerYear: of.costOf(total),
  };
}

const shareOf = ({ saving, redoing, restoring }: LevelAnswer): number =>
  saving + redoing + restoring;

/** A length of time as JSON can carry it. */
const ending = (time: number): number | null => (Number.isFinite(time) ? time : null);
