import { MISS_REASONS } from '../../simulation/engine/schedule-record.ts';
import type { Plan } from '../../simulation/plan/plan.ts';
import { type Estimate, estimate } from '../../stats/estimate.ts';
import type { Figures } from '../../study/figures.ts';
import type { StrategyResult } from '../result/result.ts';
import { answerDates } from './dates.ts';

/** What each workload may lose, and how long its restores take. */
export function workloadsOf(plan: Plan, figures: readonly Figures[]): StrategyResult['workloads'] {
  return (figures[0]?.workloads ?? []).map(({ workload }, place) => {
    const all = figures.map(({ workloads }) => workloads[place]);
    const over = (values: readonly (number | undefined)[]): Estimate | null =>
      values.every((value) => value !== undefined && Number.isFinite(value))
        ? estimate(values as number[])
        : null;
    return {
      workload: plan.workloads[workload]?.name ?? '',
      rpo: over(all.map((one) => one?.rpo.seconds)),
      newest: over(all.map((one) => one?.newest?.seconds)),
      slowest: over(all.map((one) => one?.worst?.seconds)),
    };
  });
}

/** What came of each schedule: that of the backups, and those of the copies. */
export function schedulesOf(plan: Plan, figures: readonly Figures[]): StrategyResult['schedules'] {
  return (figures[0]?.schedules ?? []).map(({ store, from }, place) => {
    const all = figures.flatMap(({ schedules }) => schedules[place] ?? []);
    const broken = all.find(({ missed }) => missed > 0);
    return {
      copy: from < 0 ? null : (plan.stores[store]?.name ?? ''),
      due: estimate(all.map(({ due }) => due)),
      missed: estimate(all.map(({ missed }) => missed)),
      firstMiss: answerDates(all.map(({ firstMiss }) => firstMiss)),
      why: broken ? (MISS_REASONS[broken.reason] ?? null) : null,
      seededOn: answerDates(
        all.map(({ seededAt }) => (Number.isFinite(seededAt) ? seededAt : Number.NaN)),
      ),
    };
  });
}
