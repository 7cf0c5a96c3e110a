import { reachesBack } from '../engine/continuous/continuous.ts';
import type { Plan } from '../plan/plan.ts';
import type { LogPlan } from '../plan/policy.ts';
import { isWithin } from '../plan/recovery-limit.ts';
import type { Choose } from './best-copy.ts';
import { gapOfLeft } from './gap-of-left.ts';
import type { Exposed } from './passed-over.ts';
import type { RecoveryTally } from './recovery-tally.ts';
import { measureWayBack, newWayBack } from './way-back.ts';

/**
 * How a point is chosen where the newest takes too long to restore: the newest that is back in time,
 * or else the fastest, of those that keep the RPO; where none does, the newest.
 */
export interface Haste {
  /** Seconds until work must resume; 0: the fastest is taken. */
  readonly within: number;
  /** The RPO in seconds; Infinity: none is judged. */
  readonly rpo: number;
  /** A log that brings every point which it reaches back to up to the RPO; null: none. */
  readonly log: LogPlan | null;
}

/** How good a point is: it breaks the RPO, keeps it but is late, or is back in time. */
const [BREAKS_RPO, LATE, IN_TIME] = [0, 1, 2] as const;

/** Makes the decision between the surviving copies of a workload. */
export function chooser(
  plan: Plan,
  {
    tally,
    left,
    haste: { within, rpo, log },
  }: {
    readonly tally: RecoveryTally;
    readonly left: readonly Exposed[];
    readonly haste: Haste;
  },
): Choose {
  const way = newWayBack();
  const keepsRpo = left.map(({ source: { copy } }) => isWithin(gapOfLeft(plan, copy).seconds, rpo));
  const keeps = (list: number, end: number, index: number, follows: number): boolean => {
    const { time, count } = (left[list] as Exposed).source.points;
    const own = time[index] as number;
    if (log) return reachesBack(log, end - own - tally.spared, tally.silent);
    // Between points that are all there it is the schedule that decides.
    if (keepsRpo[list] && index === follows - 1) return true;
    return isWithin((follows < count ? (time[follows] as number) : plan.end) - own, rpo);
  };
  return (begin, end, newest, next) => {
    let oldest = Infinity;
    for (let list = 0; list < left.length; list++) {
      const index = newest[list] as number;
      if (index < 0 || !keeps(list, end, index, next[list] as number)) continue;
      oldest = Math.min(oldest, left[list]?.source.points.time[index] as number);
    }
    let found = -1;
    let [rank, time, seconds] = [-1, 0, 0];
    for (let list = 0; list < left.length; list++) {
      const index = newest[list] as number;
      if (index < 0) continue;
      const { source } = left[list] as Exposed;
      const ownTime = source.points.time[index] as number;
      measureWayBack(way, tally, source, begin, end, index);
      // What is as new as a point that keeps the RPO keeps it too.
      const own = ownTime < oldest ? BREAKS_RPO : isWithin(way.seconds, within) ? IN_TIME : LATE;
      if (own < rank) continue;
      if (own === rank && !isBetter(own, ownTime - time, way.seconds - seconds)) continue;
      found = list;
      rank = own;
      time = ownTime;
      seconds = way.seconds;
    }
    return found;
  };
}

/** Whether a point of the same rank is better, by how much it is newer and slower. */
const isBetter = (rank: number, newer: number, slower: number): boolean =>
  rank === LATE
    ? slower < 0 || (slower === 0 && newer > 0)
    : newer > 0 || (newer === 0 && slower < 0);
