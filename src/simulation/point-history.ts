import type { History } from './chain/history.ts';
import { BYTES, cell, DIFFERENTIAL, INCREMENT, KIND, REPLICA_SNAPSHOT } from './chain/rows.ts';
import type { Guard } from './guard.ts';
import type { State } from './state.ts';

/**
 * Writes down when the point just made can be used, and what its restore will read: itself, and for
 * an increment what the point before needs, for a differential what its full needs.
 */
export function recordPoint({ base, now, plan }: State, guard: Guard, history: History): void {
  const { job, chain, policy, sizes } = guard;
  const { rows } = chain;
  const kind = cell(rows, rows.count - 1, KIND);
  const own = cell(rows, rows.count - 1, BYTES);
  const before =
    kind === DIFFERENTIAL
      ? guard.lastFullRun
      : kind === INCREMENT || kind === REPLICA_SNAPSHOT
        ? guard.lastRun
        : -1;
  const { run } = job;
  history.time[run] = job.time;
  history.usable[run] = base + now + (plan.stores[policy.store]?.vault?.after ?? 0);
  history.source[run] = job.source;
  history.reads[run] =
    before < 0 ? sizes.full(job.source) : own + (history.reads[before] as number);
  history.pieces[run] = 1 + (before < 0 ? 0 : (history.pieces[before] as number));
}
