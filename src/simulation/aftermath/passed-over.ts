import type { Plan, StorePlan } from '../plan/plan.ts';
import { validFrom, validUntil } from './newest-point.ts';
import type { Source } from './source.ts';
import type { Survival } from './survival.ts';
import { measureWayBack, newWayBack, type Waiting, type WayBack } from './way-back.ts';

/** Why a copy is not the one that is restored, or whose gap is judged. */
export const PASSED_OVER = [
  'lost',
  'no good point',
  'older',
  'thaw',
  'vault',
  'mounts',
  'slower',
] as const;
/** The disaster takes it as well. */
export const LOST = 0;
/** None of its points is good then. */
export const NO_POINT = 1;
/** Its point is older, or the gaps between its points are longer. */
export const OLDER = 2;
const [THAW, VAULT, MOUNTS, SLOWER] = [3, 4, 5, 6] as const;

/** A copy that is not restored: why (see PASSED_OVER), and the seconds that say so. */
export interface PassedOver {
  readonly store: number;
  readonly why: number;
  /** Age of its point or its longest gap, time of a thaw, a courier or mounts, or until work resumes. */
  readonly seconds: number;
}

/** A restore after a disaster that comes at a given instant. */
export interface Restore {
  /** The store it reads from. */
  readonly store: number;
  /** Instants of the disaster and of the point; NaN where work resumes on a replica. */
  readonly at: number;
  readonly pointTime: number;
  /** Until work resumes. */
  readonly seconds: number;
}

/** A copy, what of it survives a disaster, and for how many seconds from when it was usable. */
export interface Exposed {
  readonly source: Source;
  readonly survival: Survival;
  readonly held: number;
}

/** Why each other copy is not restored where one restore is taken. */
export function passedOverBy(
  plan: Plan,
  { store, at, pointTime, seconds }: Restore,
  copies: readonly Exposed[],
  waiting: Waiting & { readonly silent: number },
): PassedOver[] {
  const way = newWayBack();
  return copies.flatMap(({ source, survival, held }) => {
    const own = source.copy.policy.store;
    if (own === store) return [];
    if (survival === 'none') return [{ store: own, why: LOST, seconds: 0 }];
    const list = { points: source.points, silent: waiting.silent, held };
    let index = list.points.count - 1;
    while (index >= 0 && !(validFrom(list, index) <= at && validUntil(list, index) > at)) index--;
    if (index < 0) return [{ store: own, why: NO_POINT, seconds: 0 }];
    measureWayBack(way, waiting, source, at, at, index);
    const time = source.points.time[index] as number;
    if (time < pointTime && way.seconds <= seconds)
      return [{ store: own, why: OLDER, seconds: way.age }];
    return [{ store: own, ...slownessOf(plan.stores[own] as StorePlan, way, waiting) }];
  });
}

/** What makes a way back slow: the wait that is more than half of it, if there is one. */
function slownessOf(
  { vault, tape }: StorePlan,
  { thaw, prepare, seconds }: WayBack,
  { waiting }: Waiting,
): Pick<PassedOver, 'why' | 'seconds'> {
  const half = (seconds - waiting) / 2;
  const courier = vault?.back ?? 0;
  if (thaw > half) return { why: THAW, seconds: thaw };
  if (courier > half) return { why: VAULT, seconds: courier };
  if (tape && prepare - courier > half) return { why: MOUNTS, seconds: prepare - courier };
  return { why: SLOWER, seconds };
}
