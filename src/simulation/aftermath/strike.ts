import { allUnreadable } from '../../model/annual-loss.ts';
import { changePerSecond } from '../engine/continuous/changes-by-day.ts';
import type { Protection } from '../engine/protection.ts';
import type { DisasterPlan } from '../plan/disaster.ts';
import type { Plan } from '../plan/plan.ts';
import { isWithin, recoveryLimit } from '../plan/recovery-limit.ts';
import { sweepCopies } from './best-copy.ts';
import type { Following } from './following.ts';
import { gapAfter } from './gap-after.ts';
import { gapOfLeft } from './gap-of-left.ts';
import { chooser, type Haste } from './haste.ts';
import { type Impact, isWhole, type Writable } from './impact.ts';
import { sweep } from './newest-point.ts';
import { type Exposed, LOST, NO_POINT, OLDER, passedOverBy, type Restore } from './passed-over.ts';
import {
  meanTerms,
  newTally,
  type RecoveryTally,
  tallyBare,
  tallyStretch,
} from './recovery-tally.ts';
import { applyReplicaOrLog } from './replica-or-log.ts';
import { moveSeconds } from './restore-pace.ts';
import type { Source } from './source.ts';
import { spreadOf } from './stretches.ts';
import { survivalOf } from './survival.ts';
import { leastSeconds } from './way-back.ts';

/** A workload in one future, with all its copies. */
export interface Exposure {
  readonly protection: Protection;
  readonly sources: readonly Source[];
  readonly following: Following;
  readonly values: Float64Array;
}

/**
 * Impact of one disaster on one workload.
 *
 * @param haste how the point is chosen; null: the newest, of copies of the same point the fastest.
 */
export function impactOf(
  plan: Plan,
  number: number,
  exposure: Exposure,
  haste: Haste | null = null,
): Impact {
  const { protection, following, values } = exposure;
  const disaster = plan.disasters[number] as DisasterPlan;
  const { copies, left, tally } = strikeOn(plan, disaster, exposure);
  const lists = left.map(({ source: { points }, held }) => ({
    points,
    silent: tally.silent,
    held,
  }));
  const emit = (begin: number, end: number, list: number, index: number): void => {
    if (list < 0) tallyBare(tally, begin, end);
    else tallyStretch(tally, left[list]?.source as Source, begin, end, index);
  };
  const unprotected = haste
    ? sweepCopies(lists, plan.end, chooser(plan, { tally, left, haste }), emit)
    : sweep(lists, plan.end, emit);
  const time = tally.time + unprotected;
  const meanOf = (sums: Float64Array): Float64Array =>
    sums.map((sum) => (tally.time > 0 ? sum / tally.time : 0));
  const impact: Writable<Impact> = {
    disaster: number,
    workload: protection.workload,
    survivors: [...new Set(left.map(({ source }) => source.copy.policy.store))],
    unprotected: time > 0 ? unprotected / time : 1,
    bare: tally.judged > 0 ? tally.bare / tally.judged : 1,
    gap: gapAfter(plan, { left, lists, seeded: tally.seeded }),
    longerGaps: [],
    loss: spreadOf(tally.loss),
    seconds: spreadOf(tally.seconds),
    longest: longestOf(tally),
    only: tally.only ? tally.only.copy.index : -1,
    passedOver: [],
    terms: meanTerms(tally),
    fetching: tally.time > 0 ? tally.fetching : 0,
    bytesRead: tally.time > 0 ? tally.bytes / tally.time : 0,
    fromClasses: tally.fromClasses.map(meanOf),
    leaving: meanOf(tally.leaving),
    unreadable: allUnreadable(
      left.map(({ source }) => source.broken),
      plan.commonCause,
    ),
    size: protection.sizes.source(protection.size, (plan.start + plan.end) / 2),
    changing: changePerSecond(plan, protection),
    unlimited:
      left.length > 0 &&
      left.every(({ source }) => moveSeconds(source.pace, protection.size, protection.size) === 0),
    byReplica: false,
    byLog: false,
    takesData: disaster.scope.kind !== 'store',
  };
  applyReplicaOrLog(plan, disaster, { protection, following, values, tally }, impact);
  nameOthers(plan, impact, copies, tally, haste !== null);
  return impact;
}

/**
 * The impact of a disaster once more, with restores in haste. Where one copy has had the newest point
 * all along and is never slower than another, haste takes the same points.
 *
 * @param newest the impact where the newest point is restored; it may be changed and returned.
 */
export function hastenedImpactOf(
  plan: Plan,
  newest: Writable<Impact>,
  exposure: Exposure,
  haste: Haste,
): Impact {
  const { disaster: number, seconds, only } = newest;
  const disaster = plan.disasters[number] as DisasterPlan;
  const { copies, left, tally } = strikeOn(plan, disaster, exposure);
  const isFastest =
    seconds !== null &&
    only >= 0 &&
    left.every(
      ({ source }) => source.copy.index === only || leastSeconds(tally, source) >= seconds.worst,
    );
  if (!isFastest) return impactOf(plan, number, exposure, haste);
  nameOthers(plan, newest, copies, tally, true);
  return newest;
}

/** What of the copies of a workload a disaster leaves, and sums of the times of restores from them. */
function strikeOn(
  plan: Plan,
  disaster: DisasterPlan,
  { protection, sources, following, values }: Exposure,
) {
  const copies = sources.map((source) => exposedTo(plan, disaster, source));
  const left = copies.filter(({ survival }) => survival !== 'none');
  const from = left.map(({ source }) => source);
  return { copies, left, tally: newTally(plan, disaster, { protection, following, values }, from) };
}

function exposedTo(plan: Plan, disaster: DisasterPlan, source: Source): Exposed {
  const survival = survivalOf(plan, disaster, source.copy);
  return { source, survival, held: survival === 'locked' ? source.copy.policy.lock : Infinity };
}

const longestOf = ({
  longest,
  longestAt,
  longestFrom,
  longestPoint,
}: RecoveryTally): Restore | null =>
  longestFrom && {
    store: longestFrom.copy.policy.store,
    at: longestAt,
    pointTime: longestFrom.points.time[longestPoint] as number,
    seconds: longest,
  };

/** Says why the other copies do not help where a promise breaks. */
function nameOthers(
  plan: Plan,
  impact: Writable<Impact>,
  copies: readonly Exposed[],
  tally: RecoveryTally,
  isLate: boolean,
): void {
  const { workload, disaster, gap, longest } = impact;
  if (!isWithin(gap.seconds, recoveryLimit(plan, 'rpo', workload, disaster))) {
    impact.longerGaps = copies.flatMap(({ source: { copy }, survival }) => {
      const { store } = copy.policy;
      if (store === gap.store) return [];
      if (survival === 'none') return [{ store, why: LOST, seconds: 0 }];
      const { seconds } = gapOfLeft(plan, copy);
      // A copy with a shorter gap has lost the points that it would have helped with.
      if (seconds === Infinity || seconds < gap.seconds) {
        return [{ store, why: NO_POINT, seconds: 0 }];
      }
      return [{ store, why: OLDER, seconds }];
    });
  }
  if (!isWhole(impact)) {
    impact.passedOver = copies.map(({ source: { copy }, survival }) => ({
      store: copy.policy.store,
      why: survival === 'none' ? LOST : NO_POINT,
      seconds: 0,
    }));
  } else if (isLate && longest && !impact.byReplica) {
    impact.passedOver = passedOverBy(plan, longest, copies, tally);
  }
}
