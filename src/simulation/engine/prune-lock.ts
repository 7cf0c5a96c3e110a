/**
 * Prunes lock the repository of a protection: its backups wait for the end of one, and it waits for the
 * end of the backup that is under way.
 */
import { PRUNE } from '../plan/levels.ts';
import { dispatchFollowUps, readyJob } from './job-start.ts';
import type { Protection } from './protection.ts';
import type { State } from './state.ts';

/** Starts the prune that is due, or lets it wait; while one runs, and before the first point, none is due. */
export function duePrune(state: State, protection: Protection): void {
  const { job, chain } = protection;
  if (chain.rows.count === 0) return;
  if (!job.busy) readyJob(state, protection, PRUNE, -1);
  else if (job.level !== PRUNE && protection.pruneDue < 0) protection.pruneDue = state.now;
  dispatchFollowUps(state);
}

/**
 * Lets a backup that is due wait for the prune that is under way.
 *
 * @returns false if there is none, or if one waits for it already.
 */
export function waitsForPrune(protection: Protection, trigger: number): boolean {
  if (protection.job.level !== PRUNE || protection.nextTrigger < protection.dueTriggers)
    return false;
  protection.nextTrigger = trigger;
  protection.dueTriggers = trigger + 1;
  return true;
}
