import { annualLossProbability } from '../../model/annual-loss.ts';
import { RECOVERY_TERMS } from '../../simulation/aftermath/recovery-tally.ts';
import type { Spread } from '../../simulation/aftermath/stretches.ts';
import type { DisasterPlan } from '../../simulation/plan/disaster.ts';
import type { Plan } from '../../simulation/plan/plan.ts';
import { type Estimate, estimate } from '../../stats/estimate.ts';
import type { DisasterFigures } from '../../study/disaster-figures.ts';
import type { Figures } from '../../study/figures.ts';
import type { CopyResult, DisasterResult, StrategyResult } from '../result/result.ts';

/** The copies by store, over all trials. */
export function copiesOf({ stores }: Plan, figures: readonly Figures[]): CopyResult[] {
  return (figures[0]?.copies ?? []).map(({ store, from }, index) => {
    const all = figures.flatMap(({ copies }) => copies[index] ?? []);
    const over = (pick: (one: (typeof all)[number]) => number): Estimate => estimate(all.map(pick));
    const finite = (pick: (one: (typeof all)[number]) => number): Estimate | null =>
      all.every((one) => Number.isFinite(pick(one))) ? over(pick) : null;
    return {
      store: stores[store]?.name ?? '',
      from: stores[from]?.name ?? '',
      count: over(({ count }) => count),
      failed: over(({ failed }) => failed),
      early: over(({ early }) => early),
      seconds: over(({ seconds }) => seconds),
      wait: over(({ wait }) => wait),
      bytes: over(({ bytes }) => bytes),
      points: over(({ points }) => points),
      gap: finite(({ gap }) => gap),
      worstAge: finite(({ worstAge }) => worstAge),
    };
  });
}

/** What each disaster does, over all trials. */
export const disastersOf = (plan: Plan, figures: readonly Figures[]): DisasterResult[] =>
  plan.disasters.flatMap((disaster, number) => {
    const all = figures.flatMap(({ disasters }) =>
      disasters.filter((one) => one.disaster === number),
    );
    return all.length > 0 ? [disasterOf(plan, disaster, all)] : [];
  });

function disasterOf(
  plan: Plan,
  disaster: DisasterPlan,
  all: readonly DisasterFigures[],
): DisasterResult {
  const over = (pick: (one: DisasterFigures) => number): Estimate => estimate(all.map(pick));
  const spread = (pick: (one: DisasterFigures) => Spread | null): DisasterResult['loss'] => {
    const found = all.flatMap((one) => pick(one) ?? []);
    if (found.length < all.length) return null;
    return {
      worst: estimate(found.map(({ worst }) => worst)),
      mean: estimate(found.map(({ mean }) => mean)),
      p95: estimate(found.map(({ p95 }) => p95)),
    };
  };
  const [first] = all;
  const recovery = spread(({ seconds }) => seconds);
  const terms = Object.fromEntries(
    RECOVERY_TERMS.map((name, term) => [name, over((one) => one.terms[term] ?? 0)]),
  ) as NonNullable<DisasterResult['terms']>;
  return {
    disaster: disaster.name,
    scope: scopeWords(plan, disaster),
    perYear: disaster.perYear,
    takesData: first?.takesData ?? true,
    survivors: (first?.survivors ?? []).map((store) => plan.stores[store]?.name ?? ''),
    unprotected: over(({ unprotected }) => unprotected),
    lost: over(({ lost }) => lost),
    loss: spread(({ loss }) => loss),
    recovery,
    terms: recovery ? terms : null,
    bytesRead: over(({ bytesRead }) => bytesRead),
    byWorkload: struckOf(plan, all),
    order: (first?.order ?? []).map(({ workload }) => ({
      workload: plan.workloads[workload]?.name ?? '',
      seconds: over(({ order }) => order.find((one) => one.workload === workload)?.seconds ?? 0),
    })),
  };
}

/** With more workloads than this, they are not listed one by one. */
const MOST_LISTED = 200;

/** What is judged of each workload. */
function struckOf(plan: Plan, all: readonly DisasterFigures[]): DisasterResult['byWorkload'] {
  const listed = all[0]?.byWorkload ?? [];
  return (listed.length > MOST_LISTED ? [] : listed).map(({ workload }, place) => {
    const own = all.flatMap(({ byWorkload }) => byWorkload[place] ?? []);
    const over = (values: readonly number[]): Estimate | null =>
      values.every(Number.isFinite) ? estimate(values) : null;
    const slowest = own.reduce((a, b) => (b.worst > a.worst ? b : a));
    return {
      workload: plan.workloads[workload]?.name ?? '',
      store: plan.stores[slowest.restore?.store ?? -1]?.name ?? null,
      rpo: over(own.map(({ gap }) => gap.seconds)),
      back: over(own.map(({ worst }) => worst)),
    };
  });
}

function scopeWords({ stores, sites }: Plan, { scope }: DisasterPlan): string {
  if (scope.kind === 'online') return 'everything online and unlocked';
  if (scope.kind === 'region') return `region ${scope.name}`;
  if (!('of' in scope)) return scope.kind;
  const name = (scope.kind === 'store' ? stores : sites)[scope.of]?.name ?? '';
  return `${scope.kind} ${name}`;
}

/** Whether anything that a disaster does has a price. */
const pricesDisasters = ({ cost: { outage, lostData, allLost } }: Plan): boolean =>
  outage > 0 || lostData > 0 || allLost.some((price) => price !== null);

/** Loss in a year, in closed form from what each disaster does; null without disasters. */
export function lossOf(plan: Plan, figures: readonly Figures[]): StrategyResult['loss'] {
  if (plan.disasters.length === 0) return null;
  const perils = ({ disasters }: Figures) =>
    disasters.map(({ disaster, lost, takesData }) => ({
      disaster,
      perYear: plan.disasters[disaster]?.perYear ?? 0,
      lost: takesData ? lost : 0,
    }));
  const yearly = (pick: (one: DisasterFigures) => number): Estimate =>
    estimate(
      figures.map(({ disasters }) =>
        disasters.reduce(
          (sum, one) => sum + (plan.disasters[one.disaster]?.perYear ?? 0) * pick(one),
          0,
        ),
      ),
    );
  const share = (number: number): number =>
    figures.reduce((sum, one) => {
      const peril = perils(one).find(({ disaster }) => disaster === number);
      return sum + (peril ? peril.perYear * peril.lost : 0);
    }, 0);
  const shares = plan.disasters.map((_, number) => share(number));
  const all = shares.reduce((sum, one) => sum + one, 0);
  const most = shares.indexOf(Math.max(...shares));
  return {
    probability: estimate(figures.map((one) => annualLossProbability(perils(one)))),
    bytes: yearly(({ bytesLost }) => bytesLost),
    outage: yearly(({ outage, takesData }) => (takesData ? outage : 0)),
    work: yearly(({ workLost, takesData }) => (takesData ? workLost : 0)),
    unpriced: pricesDisasters(plan)
      ? yearly(({ lostUnpriced, takesData }) => (takesData ? lostUnpriced : 0))
      : estimate([0]),
    dominated:
      all > 0
        ? { by: plan.disasters[most]?.name ?? '', share: (shares[most] as number) / all }
        : null,
  };
}
