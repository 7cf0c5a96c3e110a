import { meanTimeBetweenFailures } from '../../model/checkpoint.ts';
import { checkpointLevels, type LevelAnswer } from '../../model/checkpoint-levels.ts';
import { mean } from '../../random/distribution.ts';
import type { TrainingRun } from '../../scenario/scenario.ts';
import { format } from '../../units/dimension.ts';
import { RATE } from '../../units/dimensions.ts';
import { type Bytes, bytes, seconds } from '../../units/quantity.ts';
import type { Parameter } from '../plan/parameter.ts';
import type { FailurePlan, TierPlan, TrainingPlan } from '../plan/training.ts';
import { noteDefault, noteLeftOut, sorted } from './compile-log.ts';
import { amountIn, type Currency } from './cost.ts';
import { linksOf } from './route.ts';
import type { Context } from './shared.ts';

type Tier = TrainingRun['tiers'][number];

/** Training runs with all times and rates computed; uncertain inputs stand at their means. */
export const resolveTraining = (context: Context, currency: Currency): TrainingPlan[] =>
  sorted(context.scenario.training ?? {}).map(([name, run]) =>
    resolveRun(context, name, run, currency),
  );

function resolveRun(
  context: Context,
  name: string,
  run: TrainingRun,
  currency: Currency,
): TrainingPlan {
  const { scenario, compileLog, workloads } = context;
  const path = `training.${name}`;
  const workload = context.workloadAt.get(run.workload) ?? 0;
  noteLeftOut(compileLog, path, run, {
    price: 'costs are not told',
    restart: '0 s',
    mode: 'sync',
    failures: 'all of one kind',
  });
  const copies = scenario.workloads[run.workload]?.checkpoints?.['keep-last'] ?? 1;
  const checkpoint = bytes(meanOf(context, workloads[workload]?.size ?? 0) / copies);
  const failures = failuresOf(context, path, run);
  const at = { workload, checkpoint, failures, run };
  const tiers = run.tiers.map((tier, index) =>
    resolveTier(context, `${path}.tiers[${index}]`, tier, at),
  );
  checkSurvivors(context, path, failures, tiers);
  const restart = run.restart ?? seconds(0);
  const rates = failures.map(({ rate }) => rate);
  const { levels, effective } = checkpointLevels(tiers, rates, restart);
  return {
    name,
    workload,
    checkpoint,
    accelerators: run.accelerators,
    price: run.price ? amountIn(compileLog, currency, `${path}.price`, run.price) : null,
    currency: currency.code,
    restart,
    failures,
    tiers: tiers.map((tier, index) => {
      const { interval, rate } = levels[index] as LevelAnswer;
      return { ...tier, period: seconds(interval / effective), restores: rate };
    }),
  };
}

function failuresOf(
  { compileLog }: Context,
  path: string,
  run: TrainingRun,
): readonly FailurePlan[] {
  const mtbf = run.mtbf ?? meanTimeBetweenFailures(run.nodes ?? 1, run['node-failures'] ?? 0);
  const shares = Object.entries(run.failures ?? { any: 1 });
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6) {
    compileLog.problems.push({
      path: `${path}.failures`,
      message: `add up to ${Math.round(sum * 1e4) / 100} %`,
      hint: 'give every kind its share of all failures: together 100 %',
    });
  }
  return shares.map(([name, share]) => ({ name, rate: share / mtbf }));
}

interface TierContext {
  readonly workload: number;
  readonly checkpoint: Bytes;
  readonly failures: readonly FailurePlan[];
  readonly run: TrainingRun;
}

function resolveTier(
  context: Context,
  path: string,
  tier: Tier,
  at: TierContext,
): Omit<TierPlan, 'period' | 'restores'> {
  const { compileLog, storeAt } = context;
  const { checkpoint, failures, run } = at;
  noteLeftOut(compileLog, path, tier, {
    every: 'what loses least, by Young',
    survives: 'all failures',
    'keep-last': '1',
    restore: tier.rate || tier.store ? 'size ÷ rate' : 'as long as a save',
  });
  const route = rateOf(context, path, tier, at.workload);
  const save = tier.save ?? seconds(checkpoint / route.write);
  const snapshot = run.mode === 'async' ? (run.snapshot ?? save) : save;
  const inBackground = snapshot < save;
  return {
    name: tier.name ?? tier.store ?? '',
    save: inBackground ? snapshot : save,
    persist: inBackground ? save : seconds(0),
    restore: tier.restore ?? seconds(route.read > 0 ? checkpoint / route.read : save),
    every: tier.every ?? null,
    survives: failures.flatMap(({ name }, index) =>
      (tier.survives ?? [name]).includes(name) ? [index] : [],
    ),
    held: tier['keep-last'] ?? 1,
    store: storeAt.get(tier.store ?? '') ?? null,
  };
}

/** Write and read rate of a tier in bytes/s; 0 if only times are given. */
function rateOf(
  context: Context,
  path: string,
  tier: Tier,
  workload: number,
): { readonly write: number; readonly read: number } {
  const { compileLog, stores, links, workloads } = context;
  if (tier.rate !== undefined) return { write: tier.rate, read: tier.rate };
  if (tier.store === undefined) return { write: 0, read: 0 };
  const store = context.storeAt.get(tier.store) ?? -1;
  const route = linksOf(context, `${path}.store`, workloads[workload], store).flatMap((index) => {
    const link = links[index];
    return link ? [meanOf(context, link.rate) * link.live] : [];
  });
  const through = (limit: Parameter | null | undefined): number =>
    Math.min(...route, typeof limit === 'number' ? meanOf(context, limit) : Infinity);
  const [write, read] = [through(stores[store]?.write), through(stores[store]?.read)];
  if (tier.save === undefined && !Number.isFinite(write)) {
    compileLog.problems.push({
      path: `${path}.rate`,
      message: 'is missing: neither the store nor the route to it limits it',
      hint: 'write a rate such as 25 GB/s, or a save time',
    });
  } else if (tier.save === undefined) {
    noteDefault(compileLog, `${path}.rate`, format(RATE, write), 'the store and the route to it');
  }
  return { write, read: Number.isFinite(read) ? read : 0 };
}

function checkSurvivors(
  { compileLog }: Context,
  path: string,
  failures: readonly FailurePlan[],
  tiers: readonly Pick<TierPlan, 'survives'>[],
): void {
  for (const [index, { name, rate }] of failures.entries()) {
    if (rate === 0 || tiers.some(({ survives }) => survives.includes(index))) continue;
    compileLog.problems.push({
      path: `${path}.tiers`,
      message: `no tier survives "${name}"`,
      hint: 'add a tier that does: without one the run would begin anew',
    });
  }
}

const meanOf = ({ compileLog }: Context, parameter: Parameter): number => {
  const spec = compileLog.parameters[parameter];
  return spec ? mean(spec.distribution) : 0;
};
