import { checkpointLevels, type LevelAnswer } from '../../model/checkpoint-levels.ts';
import type { Plan } from '../../simulation/plan/plan.ts';
import type { TierPlan, TrainingPlan } from '../../simulation/plan/training.ts';
import type { TierResult, TrainingResult } from '../result/training.ts';
import type { PlannedPromise } from './planned-promise.ts';

const DAY = 86_400;
const YEAR = 365 * DAY;

/** Answers how often each training run should save its state, and what saves and failures cost. */
export const trainingOf = (plan: Plan): TrainingResult[] =>
  plan.training.map((run) => answerOf(run, plan.workloads[run.workload]?.name ?? ''));

/** Training runs that do not get ahead, whatever strategy there is: a promise each that is broken. */
export const stuckRuns = (plan: Plan): PlannedPromise[] =>
  trainingOf(plan).flatMap(({ name, noProgress, effective, tiers }, run) => {
    if (!noProgress) return [];
    const oftenest = Math.min(...tiers.map(({ interval }) => interval.chosen ?? Infinity));
    const { workload } = plan.training[run] as TrainingPlan;
    const outcome = {
      value: (effective * YEAR) / oftenest,
      workload,
      why: `${name}: not one save that counts is expected within a year`,
    };
    return [{ name: 'training', limit: 1, least: true, workload, outcome: () => outcome }];
  });

function answerOf(run: TrainingPlan, workload: string): TrainingResult {
  const { failures, tiers, price, accelerators, checkpoint } = run;
  const rates = failures.map(({ rate }) => rate);
  const { levels, effective, noProgress } = checkpointLevels(tiers, rates, run.restart);
  const costOf = (share: number): number | null =>
    price === null ? null : share * accelerators * price * YEAR;
  return {
    name: run.name,
    workload,
    checkpointBytes: checkpoint,
    accelerators,
    mtbf: 1 / rates.reduce((sum, rate) => sum + rate, 0),
    waste: 1 - effective,
    noProgress,
    effective,
    costPerYear: costOf(1 - effective),
    currency: run.currency,
    tiers: tiers.map((tier, index) =>
      tierOf(tier, levels[index] as LevelAnswer, { checkpoint, effective, costOf }),
    ),
  };
}

function tierOf(
  tier: TierPlan,
  level: LevelAnswer,
  of: {
    readonly checkpoint: number;
    readonly effective: number;
    readonly costOf: (share: number) => number | null;
  },
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
    bytesPerDay: (of.checkpoint * of.effective * DAY) / interval,
    costPerYear: of.costOf(total),
  };
}

const shareOf = ({ saving, redoing, restoring }: LevelAnswer): number =>
  saving + redoing + restoring;

/** A length of time as JSON can carry it. */
const ending = (time: number): number | null => (Number.isFinite(time) ? time : null);
