import { copiesOf, type Protection } from '../engine/protection.ts';
import type { Plan } from '../plan/plan.ts';
import { isWithin, recoveryLimit } from '../plan/recovery-limit.ts';

/** The restore of one point without other load; times in seconds, bytes as stored. */
export interface Recovery {
  readonly workload: number;
  /** The store that it is read from. */
  readonly store: number;
  readonly pointTime: number;
  /** Number of files read. */
  readonly chain: number;
  readonly bytesRead: number;
  readonly seconds: number;
  readonly terms: RecoveryTerms;
}

/** The terms of a restore; they sum to its seconds. */
export interface RecoveryTerms {
  readonly prepare: number;
  readonly move: number;
  readonly latency: number;
  readonly verify: number;
  readonly finish: number;
}

/** The restore of the point of a time from one copy; null where the copy has none. */
export type RestoreFrom = (time: number) => Recovery | null;

/** Takes the restore of a point that is late from the fastest copy of it, if one is faster. */
export function elsewhereIfLate(
  plan: Plan,
  protection: Protection,
  restoresFrom: (copy: Protection) => RestoreFrom,
): (restore: Recovery) => Recovery {
  const limit = recoveryLimit(plan, 'rto', protection.workload);
  if (protection.copies.length === 0 || limit === Infinity) return (restore) => restore;
  let copies: readonly RestoreFrom[] | null = null;
  return (restore) => {
    if (isWithin(restore.seconds, limit)) return restore;
    copies ??= copiesOf(protection).slice(1).map(restoresFrom);
    return copies.reduce((fastest, from) => {
      const other = from(restore.pointTime);
      return other && other.seconds < fastest.seconds ? other : fastest;
    }, restore);
  };
}
