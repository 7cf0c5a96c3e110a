import { takesDataOf } from '../../simulation/aftermath/survival.ts';
import type { Plan } from '../../simulation/plan/plan.ts';
import { isJudgedAfter } from '../../simulation/plan/recovery-limit.ts';
import type { WorkloadStruck } from '../../study/disaster-figures.ts';
import type { Figures } from '../../study/figures.ts';
import type { WorkloadFigures } from '../../study/workload-figures.ts';
import { gapOutcome } from './gap-outcome.ts';
import { inWords } from './in-words.ts';
import type { Outcome } from './outcome.ts';

/** Why nothing of a workload can be restored that a strategy does not protect. */
export const NO_BACKUP = 'it has no backup';

/** An RPO or RTO: of a workload, for a disaster, or of all that have none of their own. */
export interface RecoveryTarget {
  readonly name: 'rpo' | 'rto';
  readonly limit: number;
  readonly workload?: number;
  readonly disaster?: number;
}

/** The targets of a plan, those of the scenario first; what each workload has of its own, it does not judge. */
export function recoveryTargets(plan: Plan): RecoveryTarget[] {
  return (['rpo', 'rto'] as const).flatMap((name) => {
    const of = (limit: number | undefined, scope: object): RecoveryTarget[] =>
      limit === undefined ? [] : [{ name, limit, ...scope }];
    return [
      ...of(governsAny(plan, name) ? plan.objectives[name] : undefined, {}),
      ...plan.workloads.flatMap(({ objectives }, workload) => of(objectives[name], { workload })),
      ...plan.disasters.flatMap(({ objectives }, disaster) => of(objectives[name], { disaster })),
    ];
  });
}

/** Whether the target of the scenario is that of any workload. */
const governsAny = ({ workloads }: Plan, name: RecoveryTarget['name']): boolean =>
  workloads.some(({ objectives }) => objectives[name] === undefined);

/** Whether a target is the most specific one: a disaster's comes first, then a workload's. */
function governs(
  plan: Plan,
  { name, workload, disaster }: RecoveryTarget,
  ofWorkload: number,
  ofDisaster?: number,
): boolean {
  if (ofDisaster !== undefined && plan.disasters[ofDisaster]?.objectives[name] !== undefined) {
    return disaster === ofDisaster;
  }
  if (plan.workloads[ofWorkload]?.objectives[name] !== undefined) return workload === ofWorkload;
  return workload === undefined && disaster === undefined;
}

/** The worst that a target governs, and where. A workload without a backup has none to restore. */
export function worstOf(plan: Plan, target: RecoveryTarget, figures: Figures): Outcome {
  let worst: Outcome = { value: 0 };
  const isWorse = (value: number, workload: number, disaster?: number): boolean =>
    value > worst.value && governs(plan, target, workload, disaster);
  const isLoss = target.name === 'rpo';
  const backedUp = new Set<number>();
  for (const one of figures.workloads) {
    backedUp.add(one.workload);
    const value = isLoss ? one.rpo.seconds : (one.worst?.seconds ?? Infinity);
    if (!isWorse(value, one.workload)) continue;
    worst = isLoss ? gapOutcome(plan, one.workload, one.rpo) : ordinaryOutcome(one);
  }
  for (const { disaster, byWorkload } of figures.disasters) {
    if (!isJudgedAfter(plan, disaster, target.name)) continue;
    for (const one of byWorkload) {
      const value = isLoss ? one.gap.seconds : one.worst;
      const isUnreadable = value < Infinity && one.unreadable > 1 - plan.objectives.confidence;
      if (!isWorse(isUnreadable ? Infinity : value, one.workload, disaster)) continue;
      const outcome = isLoss ? lossOutcome(plan, one) : wayBackOutcome(one);
      worst = { ...(isUnreadable ? unreadableOutcome(one) : outcome), disaster };
    }
  }
  for (const workload of plan.workloads.keys()) {
    if (backedUp.has(workload)) continue;
    if (isWorse(Infinity, workload)) worst = { value: Infinity, workload, why: NO_BACKUP };
    for (const disaster of strikingBare(plan, workload)) {
      if (!isWorse(Infinity, workload, disaster)) continue;
      worst = { value: Infinity, workload, disaster, why: NO_BACKUP };
    }
  }
  const unlimited = isLoss ? undefined : unlimitedStore(plan, target, figures);
  return { ...worst, ...(unlimited !== undefined && { unlimited }) };
}

/** A store that data come back from, where nothing limits how fast any of them that a target governs do. */
function unlimitedStore(plan: Plan, target: RecoveryTarget, figures: Figures): number | undefined {
  const ordinary = figures.workloads
    .filter((one) => one.worst !== null && governs(plan, target, one.workload))
    .map((one) => ({ store: one.worst?.store, unlimited: isUnlimited(one) }));
  const struck = figures.disasters
    .filter(({ disaster }) => isJudgedAfter(plan, disaster, target.name))
    .flatMap(({ disaster, byWorkload }) =>
      byWorkload
        .filter((one) => governs(plan, target, one.workload, disaster))
        .map(({ restore, unlimited }) => ({ store: restore?.store, unlimited })),
    );
  const all = [...ordinary, ...struck];
  return all.every(({ unlimited }) => unlimited) ? all[0]?.store : undefined;
}

/** Whether nothing limits how fast data come back: no store, line, tool or target has a rate. */
const isUnlimited = ({ worst }: WorkloadFigures): boolean =>
  worst !== null && worst.bytesRead > 0 && worst.terms.move === 0;

/** Whether a target has anything to judge: a disaster that strikes nothing says nothing of what it takes. */
export const isStruck = (
  plan: Plan,
  { disaster }: RecoveryTarget,
  all: readonly Figures[],
): boolean =>
  disaster === undefined ||
  all.some(
    ({ disasters, workloads }) =>
      disasters.some((one) => one.disaster === disaster) ||
      plan.workloads.some(
        (_, bare) =>
          workloads.every(({ workload }) => workload !== bare) &&
          strikingBare(plan, bare).includes(disaster),
      ),
  );

/** Disasters that take the data of a workload without a backup: nothing of it comes back. */
const strikingBare = (plan: Plan, workload: number): readonly number[] =>
  plan.disasters.flatMap((disaster, number) =>
    takesDataOf(plan, disaster, workload) ? [number] : [],
  );

/** The slowest restore of a kept point without a disaster. */
const ordinaryOutcome = ({ workload, worst }: WorkloadFigures): Outcome =>
  worst
    ? { value: worst.seconds, workload, store: worst.store, since: worst.pointTime }
    : { value: Infinity, workload, why: 'it has no point' };

function lossOutcome(plan: Plan, struck: WorkloadStruck): Outcome {
  const { workload, gap, longerGaps: others } = struck;
  if (gap.seconds === Infinity) return bareOutcome(struck);
  return { ...gapOutcome(plan, workload, gap), others };
}

function wayBackOutcome(struck: WorkloadStruck): Outcome {
  const { workload, worst: value, restore, passedOver: others } = struck;
  if (value === Infinity || !restore) return bareOutcome(struck);
  const { store, at, pointTime } = restore;
  const age = Number.isFinite(pointTime) ? { pointAge: at - pointTime } : {};
  return { value, workload, store, since: at, others, ...age };
}

/** Silent damage leaves nothing that can be read, more often than the confidence allows. */
const unreadableOutcome = ({ workload, unreadable }: WorkloadStruck): Outcome => ({
  value: Infinity,
  workload,
  why: `in ${inWords('share', unreadable)} of the cases no copy can be read`,
});

/** Nothing can be restored, ever or for a part of the time. */
const bareOutcome = ({ workload, bare, passedOver: others }: WorkloadStruck): Outcome => ({
  value: Infinity,
  workload,
  others,
  why: bare < 1 ? `for ${inWords('share', bare)} of the time no copy survives` : 'no copy survives',
});
