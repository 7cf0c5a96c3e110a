import { FULL, SYNTHETIC } from '../../../simulation/plan/levels.ts';
import type { Plan, ProtectionPlan, StrategyPlan } from '../../../simulation/plan/plan.ts';
import type { Result, StrategyResult } from '../../result/result.ts';
import { inWords, listed } from '../in-words.ts';

/** A doubt, and the strategies that it holds for. */
interface Doubt {
  readonly names: readonly string[];
  readonly doubt: string;
}

/**
 * What is declared and may not come to what it says: copies that never get newer, stores that are read
 * sooner than they can be, promises that nothing can break.
 */
export const declaredWarnings = (
  plan: Plan,
  strategies: readonly StrategyResult[],
): readonly Doubt[] => [
  ...seededLate(plan, strategies),
  ...byStore(plan, copiedOnce, 'follow fulls, and after the first there is none'),
  ...lineless(plan),
  ...prunedBuckets(plan),
  ...neverFull(plan),
  ...strikingNothing(plan, strategies),
  ...olderThanGaps(plan, strategies),
];

/** Share of the horizon after which seeding is no short beginning. */
const LONG_SEEDING = 0.1;

/** RPO and RTO are judged once all is seeded: where that takes long, it is said from when on. */
function seededLate(plan: Plan, strategies: readonly StrategyResult[]): Doubt[] {
  if (plan.objectives.protectedBy !== undefined) return [];
  const late = plan.start + LONG_SEEDING * (plan.end - plan.start);
  return strategies.flatMap(({ name, schedules, objectives }) => {
    if (objectives.every((one) => one.name !== 'rpo' && one.name !== 'rto')) return [];
    return schedules.flatMap(({ copy, seededOn: { p50 } }) => {
      if (p50 === null || Date.parse(p50) / 1000 <= late) return [];
      const what = copy === null ? 'the backups are' : `${copy} is`;
      const doubt = `${what} seeded on ${p50.slice(0, 10)}: until then RPO and RTO are not judged; objectives.protected-by judges it`;
      return [{ names: [name], doubt }];
    });
  });
}

/** Whether a copy of some strategy is of a kind. */
type Kind = (plan: Plan, strategy: StrategyPlan, protection: ProtectionPlan) => boolean;

/** The stores with copies of a kind, and the strategies that make them. */
function byStore(plan: Plan, isOfKind: Kind, doubt: string): Doubt[] {
  const names = new Map<number, Set<string>>();
  for (const strategy of plan.strategies) {
    for (const protection of strategy.protections) {
      if (!isOfKind(plan, strategy, protection)) continue;
      const { store } = protection.policy;
      names.set(store, (names.get(store) ?? new Set()).add(strategy.name));
    }
  }
  return [...names].map(([store, of]) => ({
    names: [...of],
    doubt: `copies in ${plan.stores[store]?.name} ${doubt}`,
  }));
}

const copiedOnce: Kind = (_, { protections, groups }, { policy, from }) => {
  if (policy.copy?.after !== 'full') return false;
  const source = protections[from];
  // A copy of copies follows those, and they are told of by themselves.
  if (!source || source.from >= 0 || source.policy.tool.style !== 'forward') return false;
  if (source.policy.rebase) return false;
  const levels = groups[source.policy.group]?.levels ?? [];
  return !levels.some((level, run) => run > 0 && (level === FULL || level === SYNTHETIC));
};

/** An object store that is reached over no link, where no site is named. */
function lineless({ sites, stores, strategies }: Plan): Doubt[] {
  if (sites.some(({ name }) => name !== '')) return [];
  return stores.flatMap(({ name, cloud }, store) => {
    const names = strategies
      .filter(({ policies }) => policies.some((one) => one.store === store))
      .map((one) => one.name);
    if (!cloud || names.length === 0) return [];
    const doubt = `nothing but its requests limits the way to ${name}: give sites, and a link with a rate`;
    return [{ names, doubt }];
  });
}

/** Prunes of a bucket, of which a bill knows what they read alone. */
function prunedBuckets({ stores, strategies }: Plan): Doubt[] {
  const names = strategies
    .filter(({ policies }) => policies.some((one) => one.pruning && stores[one.store]?.cloud))
    .map(({ name }) => name);
  const doubt =
    'bills leave out what prunes write and delete, what they leave unused, and that what they write is young again';
  return names.length === 0 ? [] : [{ names, doubt }];
}

/** Stores of which it is promised how full they get, and nobody knows how much they hold. */
function neverFull({ objectives, stores, strategies }: Plan): Doubt[] {
  if (objectives.fill === undefined) return [];
  const unknown = stores.flatMap(({ name, capacity, cloud }, store) =>
    capacity === Infinity && !cloud
      ? [{ name, users: strategies.filter((one) => one.policies.some((p) => p.store === store)) }]
      : [],
  );
  return unknown.flatMap(({ name, users }) =>
    users.length === 0
      ? []
      : [
          {
            names: users.map((one) => one.name),
            doubt: `${name} has no capacity, so it is never full, whatever is promised`,
          },
        ],
  );
}

/** Disasters with promises of their own that strike nothing of a strategy. */
function strikingNothing(plan: Plan, strategies: readonly StrategyResult[]): Doubt[] {
  return plan.disasters.flatMap(({ name, objectives }) => {
    if (objectives.rpo === undefined && objectives.rto === undefined) return [];
    const names = strategies
      .filter(({ disasters, objectives: judged }) =>
        [...disasters, ...judged].every((one) => one.disaster !== name),
      )
      .map((one) => one.name);
    const doubt = `${name} strikes nothing that is protected, so what is promised after it is not judged`;
    return names.length === 0 ? [] : [{ names, doubt }];
  });
}

/** Training runs that lose more than they do. */
export function trainingWarnings(training: Result['training']): string[] {
  const stuck = training.filter(({ noProgress }) => noProgress).map(({ name }) => name);
  return stuck.length === 0
    ? []
    : [`training ${listed(stuck)}: not one save that counts is expected within a year`];
}

/** Disasters that are seen at once: what slept before others were seen is no part of an RPO. */
const SEEN_AT_ONCE = ['site', 'region', 'store'];

/**
 * An RPO judges the gaps between points, and the least age that they have when they can be used. Where
 * both keep it, more may be lost all the same: a gap and an age together.
 */
const olderThanGaps = (plan: Plan, strategies: readonly StrategyResult[]): Doubt[] =>
  strategies.flatMap(({ name, disasters, objectives }) =>
    disasters.flatMap(({ disaster, loss }): Doubt[] => {
      const { scope } = plan.disasters.find((one) => one.name === disaster) ?? {};
      if (!loss || !scope || !SEEN_AT_ONCE.includes(scope.kind)) return [];
      const limit = objectives.reduce(
        (least, one) =>
          one.name === 'rpo' &&
          one.met &&
          one.workload === null &&
          [null, disaster].includes(one.disaster)
            ? Math.min(least, one.limit)
            : least,
        Infinity,
      );
      if (loss.p95.p50 <= limit) return [];
      const [lost, allowed] = [loss.p95.p50, limit].map((seconds) => inWords('seconds', seconds));
      const doubt = `at one instant in twenty ${disaster} takes more than ${lost} of work, and the rpo is ${allowed}: it judges the gaps between points, which are old when they can be used`;
      return [{ names: [name], doubt }];
    }),
  );
