import { quantile } from 'simple-statistics';
import type { Plan } from '../../simulation/plan/plan.ts';
import { sampleTimes } from '../../simulation/plan/sample-times.ts';
import { type Estimate, estimate } from '../../stats/estimate.ts';
import type { Figures } from '../../study/figures.ts';
import type { Study } from '../../study/trials.ts';
import { formatInstant } from '../../units/calendar.ts';
import type { RecoveryResult, Result, StrategyResult } from '../result/result.ts';
import { adviceOf } from './advice.ts';
import { cartridgesOf, costOf, purchasesOf } from './cost.ts';
import { answerDates } from './dates.ts';
import { copiesOf, disastersOf, lossOf } from './disasters.ts';
import { doubtOf } from './doubt.ts';
import { jobResults } from './jobs.ts';
import { objectivesOf } from './objectives.ts';
import { pointsOf } from './points.ts';
import { profilesOf, profileWarnings } from './profiles.ts';
import { fillOf, unprotectedOf } from './promises.ts';
import { schedulesOf, workloadsOf } from './protection.ts';
import { cashOf } from './purchases/cash.ts';
import { lotsOf } from './purchases/lots.ts';
import { materialsOf } from './purchases/materials.ts';
import { ruleObjectives, rulesOf } from './rules.ts';
import { trainingOf } from './training.ts';
import { objectivesWithout, unpricedOf } from './unpriced.ts';
import { warningsOf } from './warnings/warnings.ts';

/** What is known of a simulation besides its plan. */
export interface AnswerContext {
  readonly hash: string;
  readonly seed: number;
  readonly trials: number;
}

/** Turns what the strategies did into the result that `simulate --json` prints. */
export function answer(plan: Plan, studies: readonly Study[], context: AnswerContext): Result {
  const strategies = studies.map((study) => strategyResult(plan, study));
  const doubt = doubtOf(plan, studies, context.trials);
  const training = trainingOf(plan);
  const workloads = plan.workloads.map(({ name }, index) => ({ name, ...sizesOf(studies, index) }));
  const profiles = profilesOf(plan, workloads);
  return {
    format: 'backcast/result/1',
    scenario: {
      name: plan.name,
      hash: context.hash,
      start: formatInstant(plan.start),
      end: formatInstant(plan.end),
      timezone: plan.calendar.zone,
    },
    seed: context.seed,
    trials: context.trials,
    doubt,
    advice: adviceOf(strategies, rentedIn(plan)),
    workloads,
    training,
    strategies,
    order: plan.order,
    defaults: plan.defaults.map(({ path, value, source }) => ({ path, value, source })),
    ...(profiles.length > 0 && { profiles: [...profiles] }),
    warnings: [
      ...warningsOf(plan, strategies, { trials: context.trials, doubt, training }),
      ...profileWarnings(profiles),
    ],
  };
}

/** Names of the stores that hold whatever is put into them. */
const rentedIn = ({ stores }: Plan): ReadonlySet<string> =>
  new Set(stores.flatMap(({ name, cloud }) => (cloud ? [name] : [])));

function sizesOf(studies: readonly Study[], workload: number) {
  const figures = studies.find(({ figures: [first] }) => {
    const start = first?.sizes[workload]?.start;
    return start !== undefined && !Number.isNaN(start);
  })?.figures;
  const over = (pick: 'start' | 'end'): Estimate =>
    estimate(figures?.map(({ sizes }) => sizes[workload]?.[pick] ?? 0) ?? [0]);
  return { sizeAtStart: over('start'), sizeAtEnd: over('end') };
}

type Pick = (figures: Figures) => number;

function strategyResult(plan: Plan, { strategy, figures, detail }: Study): StrategyResult {
  const over = (pick: Pick): Estimate => estimate(figures.map(pick));
  const on = (pick: Pick) => answerDates(figures.map(pick));
  const recovery = {
    newest: recoveryResult(plan, figures, 'newest'),
    worst: recoveryResult(plan, figures, 'worst'),
  };
  // A future without any point lets as much time go by as there is.
  const whole = plan.end - plan.start;
  const finite = (pick: Pick): Estimate | null =>
    figures.some((one) => Number.isFinite(pick(one)))
      ? over((one) => (Number.isFinite(pick(one)) ? pick(one) : whole))
      : null;
  const verification = {
    count: over(({ verification }) => verification.count),
    seconds: over(({ verification }) => verification.seconds),
    bytes: over(({ verification }) => verification.bytes),
    coreSeconds: over(({ verification }) => verification.coreSeconds),
    exposure: over(({ verification }) => verification.exposure),
  };
  const rpo = {
    gap: finite(({ gap }) => gap),
    worstAge: finite(({ worstAge }) => worstAge),
    continuous: finite((one) => one.rpo),
  };
  const copies = copiesOf(plan, figures);
  const unpriced = unpricedOf(plan, strategy, figures);
  const rules = rulesOf(plan, strategy, { rpo, recovery, verification, copies });
  return {
    name: strategy.name,
    unprotected: unprotectedOf(plan, figures[0]),
    jobs: jobResults(plan, figures),
    skipped: over(({ skipped }) => skipped),
    failed: over(({ failed }) => failed),
    unstarted: over(({ unstarted }) => unstarted),
    workloads: workloadsOf(plan, figures),
    schedules: schedulesOf(plan, figures),
    window: {
      fits: figures.some(({ fits }) => fits !== null) ? over(({ fits }) => fits ?? 1) : null,
      firstMiss: on(({ firstMiss }) => firstMiss),
    },
    stored: storedResult(plan, figures, over, on),
    points: pointsOf(plan, strategy, detail, over),
    traffic: {
      bytes: over(({ traffic }) => traffic.reduce((sum, bytes) => sum + bytes, 0)),
      byLink: plan.links.map(({ name }, link) => ({
        link: name,
        bytes: over(({ traffic }) => traffic[link] ?? 0),
      })),
    },
    verification,
    recovery,
    rpo,
    copies,
    disasters: disastersOf(plan, figures),
    loss: lossOf(plan, figures),
    cost: costOf(plan, figures, unpriced),
    unpriced: [...unpriced],
    ...boughtFor(plan, strategy, figures),
    objectives: [
      ...objectivesWithout(unpriced, objectivesOf(plan, figures)),
      ...ruleObjectives(rules),
    ],
    rules,
  };
}

/** What is bought, and what is paid when. */
function boughtFor(plan: Plan, strategy: Study['strategy'], figures: readonly Figures[]) {
  const lots = lotsOf(plan, strategy, figures);
  return {
    purchases: purchasesOf(plan, figures),
    materials: materialsOf(plan, lots),
    cash: cashOf(plan, strategy, figures, lots),
    cartridges: cartridgesOf(plan, strategy, figures),
  };
}

function storedResult(
  plan: Plan,
  figures: readonly Figures[],
  over: (pick: Pick) => Estimate,
  on: (pick: Pick) => ReturnType<typeof answerDates>,
): StrategyResult['stored'] {
  const first = (full: Float64Array): number =>
    full.reduce((least, time) => (Number.isNaN(time) || least <= time ? least : time), Number.NaN);
  return {
    end: over(({ stored }) => stored.end),
    peak: over(({ stored }) => stored.peak),
    peakAt: on(({ stored }) => stored.peakAt),
    peakAfterPrune: over(({ stored }) => stored.peakAfterPrune),
    peakAfterPruneAt: on(({ stored }) => stored.peakAfterPruneAt),
    files: over(({ stored }) => stored.files),
    fulls: over(({ stored }) => stored.fulls),
    workspace: over(({ stored }) => stored.workspace),
    filesAtEnd: over(({ files }) => files),
    beside: over(({ logsAndReplicas }) => logsAndReplicas),
    ...(figures.some(({ unused }) => unused > 0) && { unused: over(({ unused }) => unused) }),
    byStore: plan.stores.map(({ name, capacity, ceiling }, store) => ({
      store: name,
      capacity: Number.isFinite(capacity) ? capacity : null,
      ceiling,
      end: over(({ byStore }) => byStore.end[store] ?? 0),
      peak: over(({ byStore }) => byStore.peak[store] ?? 0),
      fill: over((one) => fillOf(plan, one, store)),
      fullOn: on(({ byStore }) => byStore.fullOn[store] ?? Number.NaN),
    })),
    fullOn: on(({ byStore }) => first(byStore.fullOn)),
    series: seriesOf(plan, figures),
  };
}

const SHARES = [0.05, 0.5, 0.95];
const NOTHING = SHARES.map(() => 0);

function seriesOf(plan: Plan, figures: readonly Figures[]): StrategyResult['stored']['series'] {
  const { step, count } = sampleTimes(plan);
  const indices = Array.from({ length: count }, (_, index) => index);
  return {
    at: indices.map((index) => formatInstant(plan.start + (index + 1) * step)),
    byStore: plan.stores.map(({ name }, store) => {
      // Most stores lie empty under most strategies.
      const isUsed = figures.some(({ byStore }) => (byStore.peak[store] ?? 0) > 0);
      const samples = indices.map((index) =>
        isUsed ? spreadAt(figures, store * count + index) : NOTHING,
      );
      const quantile = (share: number) => samples.map((sample) => sample[share] as number);
      return { store: name, p05: quantile(0), p50: quantile(1), p95: quantile(2) };
    }),
  };
}

/** What lay there in all futures at one place of their series: the values at SHARES. */
function spreadAt(figures: readonly Figures[], place: number): readonly number[] {
  const values = figures.map(({ series }) => series[place] ?? 0);
  // By selection: few of the values decide.
  return quantile(values, SHARES);
}

function recoveryResult(
  plan: Plan,
  figures: readonly Figures[],
  which: 'newest' | 'worst',
): RecoveryResult | null {
  const found = figures.flatMap(({ recovery }) => recovery[which] ?? []);
  const [first] = found;
  if (!first) return null;
  const over = (pick: (recovery: (typeof found)[number]) => number): Estimate =>
    estimate(found.map(pick));
  const one = found.every(({ workload }) => workload === first.workload);
  return {
    workload: one ? (plan.workloads[first.workload]?.name ?? null) : null,
    pointTime: answerDates(figures.map(({ recovery }) => recovery[which]?.pointTime ?? Number.NaN)),
    chain: over(({ chain }) => chain),
    bytesRead: over(({ bytesRead }) => bytesRead),
    seconds: over(({ seconds }) => seconds),
    terms: {
      prepare: over(({ terms }) => terms.prepare),
      move: over(({ terms }) => terms.move),
      latency: over(({ terms }) => terms.latency),
      verify: over(({ terms }) => terms.verify),
      finish: over(({ terms }) => terms.finish),
    },
  };
}
