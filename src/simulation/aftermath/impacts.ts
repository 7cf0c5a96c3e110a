import { copiesOf, type Protection } from '../engine/protection.ts';
import type { Plan } from '../plan/plan.ts';
import { isJudgedAfter, isWithin, recoveryLimit } from '../plan/recovery-limit.ts';
import type { Following } from './following.ts';
import type { Impact, Writable } from './impact.ts';
import { LOST, type PassedOver } from './passed-over.ts';
import { comeBackInTurn, longestWaysBack } from './restore-order.ts';
import { sourcesOf } from './source.ts';
import { type Exposure, hastenedImpactOf, impactOf } from './strike.ts';
import { affects } from './survival.ts';

/**
 * Impact of each disaster on each workload that it affects. The newest good point is restored, unless
 * that breaks an RTO: then the newest that is back in time; where several come back one after the
 * other and one is late even so, the fastest of each. Either is chosen among the points that keep the
 * RPO, so one copy more never makes a restore late.
 */
export function impactsOf(
  plan: Plan,
  backups: readonly Protection[],
  follows: (protection: Protection) => Following,
  values: Float64Array,
): readonly Impact[] {
  const world: World = { plan, backups, follows, values, last: null };
  const newest = backups.flatMap((protection) => {
    const exposure = exposureOf(world, protection);
    return plan.disasters.flatMap((disaster, number) =>
      affects(plan, disaster, protection) ? [impactOf(plan, number, exposure)] : [],
    );
  });
  const late = lateDisasters(plan, newest, () => true);
  if (late.size === 0) return newest;
  const inTime = hastened(world, newest, late, (one) => limitOf(plan, one));
  const stillLate = lateDisasters(plan, inTime, (together) => comeBackInTurn(plan, together));
  return stillLate.size === 0 ? inTime : hastened(world, inTime, stillLate, () => 0);
}

interface World {
  readonly plan: Plan;
  readonly backups: readonly Protection[];
  readonly follows: (protection: Protection) => Following;
  readonly values: Float64Array;
  /** The exposure asked for last: with all points of a workload, too large to keep of each. */
  last: Exposure | null;
}

function exposureOf(world: World, protection: Protection): Exposure {
  const { plan, follows, values, last } = world;
  if (last?.protection === protection) return last;
  const made = {
    protection,
    values,
    following: follows(protection),
    sources: sourcesOf(plan, protection, values),
  };
  world.last = made;
  return made;
}

const limitOf = (plan: Plan, { workload, disaster }: Impact): number =>
  recoveryLimit(plan, 'rto', workload, disaster);

/** Disasters after which a workload that something survives of comes back later than was promised. */
function lateDisasters(
  plan: Plan,
  impacts: readonly Impact[],
  isAsked: (together: readonly Impact[]) => boolean,
): ReadonlySet<number> {
  const late = new Set<number>();
  for (const disaster of plan.disasters.keys()) {
    if (!isJudgedAfter(plan, disaster, 'rto')) continue;
    const together = impacts.filter((one) => one.disaster === disaster);
    if (together.every((one) => limitOf(plan, one) === Infinity) || !isAsked(together)) continue;
    const ways = longestWaysBack(plan, together);
    const isLate = together.some((one, place) => {
      const seconds = ways[place] as number;
      return seconds < Infinity && !isWithin(seconds, limitOf(plan, one));
    });
    if (isLate) late.add(disaster);
  }
  return late;
}

/** The impacts of some disasters once more, with restores in haste. */
function hastened(
  world: World,
  impacts: readonly Impact[],
  late: ReadonlySet<number>,
  within: (impact: Impact) => number,
): readonly Impact[] {
  const { plan, backups } = world;
  const byWorkload = new Map(backups.map((protection) => [protection.workload, protection]));
  return impacts.map((one: Writable<Impact>) => {
    if (!late.has(one.disaster) || one.byReplica) return one;
    const protection = byWorkload.get(one.workload) as Protection;
    if (one.survivors.length < 2) {
      one.passedOver = lostWith(protection, one);
      return one;
    }
    const exposure = exposureOf(world, protection);
    const { workload, disaster } = one;
    const rpo = recoveryLimit(plan, 'rpo', workload, disaster);
    const log = one.byLog && isWithin(one.gap.seconds, rpo) ? exposure.following.log : null;
    return hastenedImpactOf(plan, one, exposure, { within: within(one), rpo, log });
  });
}

/** The copies that are lost where one is left at most: there is nothing to choose. */
const lostWith = (protection: Protection, { survivors }: Impact): PassedOver[] =>
  copiesOf(protection).flatMap(({ policy: { store } }) =>
    survivors.includes(store) ? [] : [{ store, why: LOST, seconds: 0 }],
  );
