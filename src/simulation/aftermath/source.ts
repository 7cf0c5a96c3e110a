import type { History } from '../chain/history.ts';
import { type ChangesByDay, changedBetween } from '../engine/continuous/changes-by-day.ts';
import { secondsPerLogByte } from '../engine/continuous/continuous.ts';
import type { Protection } from '../engine/protection.ts';
import { copiesOf } from '../engine/protection.ts';
import { objectBytesOf } from '../engine/size/object-bytes.ts';
import { type CloudPlan, cloudFor } from '../plan/cloud.ts';
import { isElsewhere, type Plan, type StorePlan } from '../plan/plan.ts';
import type { LogPlan } from '../plan/policy.ts';
import { thawSeconds } from '../plan/thaw.ts';
import type { Points } from './newest-point.ts';
import { pointFigures } from './point-figures.ts';
import { moveSeconds, paceOf, type RestorePace } from './restore-pace.ts';
import { type ReverseReads, reverseReads } from './reverse-reads.ts';
import { brokenChance } from './silent-damage.ts';

/** A copy of a workload to restore from, with everything that does not depend on the disaster. */
export interface Source {
  readonly copy: Protection;
  /** Its object store, and whether a restore takes the bytes out of its site. */
  readonly cloud: CloudPlan | null;
  readonly leaves: boolean;
  readonly pace: RestorePace;
  readonly points: Points;
  /** The run number of each point. */
  readonly runs: Int32Array;
  /** What the restore of each point takes whatever the disaster, see `pointFigures`. */
  readonly figures: Float64Array;
  /** For style reverse: what older points need in addition; null for other styles. */
  readonly reverse: ReverseReads | null;
  /** Probability that a file of its newest chain is silently bad. */
  readonly broken: number;
}

/** A log that a restore reads back. */
export interface LogSource {
  readonly store: number;
  readonly cloud: CloudPlan | null;
  /** Whether it leaves its site. */
  readonly leaves: boolean;
  /** Bytes of log for each byte that changes, and what changes. */
  readonly volume: number;
  readonly changes: ChangesByDay;
  /** Seconds that a restore waits for each of its bytes. */
  readonly secondsPerByte: number;
}

/** Bytes of log from one instant to a later one. */
export const loggedBetween = (
  { volume, changes }: LogSource,
  from: number,
  until: number,
): number => volume * changedBetween(changes, from, until);

/** All copies of a workload, the fastest first: of copies of the same point it is the one restored. */
export function sourcesOf(
  plan: Plan,
  protection: Protection,
  values: Float64Array,
): readonly Source[] {
  const seconds = ({ pace }: Source): number =>
    pace.prepare + thawSeconds(pace.thaws, 0) + moveSeconds(pace, protection.size, protection.size);
  return Array.from(copiesOf(protection), (copy) => sourceOf(plan, copy, values)).sort(
    (a, b) => seconds(a) - seconds(b),
  );
}

function sourceOf(plan: Plan, copy: Protection, values: Float64Array): Source {
  const history = copy.history as History;
  const runs = runsOf(history);
  const { time, usable, gone } = history;
  const { site, cloud } = plan.stores[copy.policy.store] as StorePlan;
  const to = copy.policy.restoreAt ?? (plan.workloads[copy.workload]?.site as number);
  const pace = paceOf(plan, copy, values);
  return {
    copy,
    cloud: cloud && cloudFor(cloud, objectBytesOf(copy, cloud.objectSize)),
    leaves: isElsewhere(plan, site, to),
    pace,
    points: {
      count: runs.length,
      time: gather(time, runs),
      usable: gather(usable, runs),
      gone: gather(gone, runs),
    },
    runs,
    figures: pointFigures(history, pace, runs),
    reverse: reverseReads(history, runs),
    broken: brokenChance(plan, copy, values),
  };
}

/** Picks the values of some runs. A loop, since a call for each takes much longer. */
function gather(all: Float64Array, runs: Int32Array): Float64Array {
  if (runs.length === all.length) return all;
  const gathered = new Float64Array(runs.length);
  for (let place = 0; place < runs.length; place++)
    gathered[place] = all[runs[place] as number] as number;
  return gathered;
}

/** The runs whose points were ever usable, in ascending order. */
function runsOf({ usable }: History): Int32Array {
  let count = 0;
  for (let run = 0; run < usable.length; run++) if (usable[run] !== Infinity) count++;
  const runs = new Int32Array(count);
  for (let run = 0, place = 0; place < count; run++) {
    if (usable[run] !== Infinity) runs[place++] = run;
  }
  return runs;
}

/** The log of a workload as something to restore from. */
export function logSourceOf(
  plan: Plan,
  protection: Protection,
  log: LogPlan,
  changes: ChangesByDay,
  values: Float64Array,
): LogSource {
  const { policy, workload } = protection;
  const { store, volume } = log;
  const { cloud, site } = plan.stores[store] as StorePlan;
  const to = policy.restoreAt ?? (plan.workloads[workload]?.site as number);
  return {
    store,
    cloud,
    leaves: isElsewhere(plan, site, to),
    volume,
    changes,
    secondsPerByte: secondsPerLogByte(plan, protection, log, values),
  };
}
