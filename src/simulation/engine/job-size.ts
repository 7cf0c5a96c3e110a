import { DIFFERENTIAL, FULL, INCREMENTAL, SEED, SYNTHETIC } from '../plan/levels.ts';
import type { RebasePlan } from '../plan/policy.ts';
import { aimCopy, sizeCopy } from './copying.ts';
import type { Guard } from './protection.ts';

/** Settles which point a job makes, at which level, and what it has to read and to store. */
export function aimJob(guard: Guard): void {
  const { job, chain, from, policy } = guard;
  if (from) aimCopy(guard, from);
  else {
    job.time = job.start;
    job.run = guard.runs;
  }
  if (chain.rows.count === 0) job.level = guard.runs === 0 ? SEED : FULL;
  if (from) sizeCopy(guard);
  else {
    sizeJob(guard);
    if (policy.rebase && isDueToRebase(guard, policy.rebase)) {
      job.level = FULL;
      sizeJob(guard);
    }
  }
}

/**
 * Whether a job had better begin a new chain. Differentials that grow evenly write least where the
 * days since the full, T, times the differential are twice the full: T* = sqrt(2 F / d), d = D / T.
 */
function isDueToRebase(guard: Guard, rebase: RebasePlan): boolean {
  const { job, sizes, runs } = guard;
  if (job.level === DIFFERENTIAL) {
    const full = sizes.full(job.source);
    const days = (job.time - guard.lastFullTime) / 86400;
    const lastDays = (guard.lastTime - guard.lastFullTime) / 86400;
    if (rebase.differential > 0 && job.store > rebase.differential * full) return true;
    // The day that is nearest to T*: half a step later would be nearer to the next.
    return rebase.auto && job.store * ((days + lastDays) / 2 + (days - lastDays)) >= 2 * full;
  }
  return (
    job.level === INCREMENTAL && rebase.chain > 0 && runs - 1 - guard.lastFullRun >= rebase.chain
  );
}

function sizeJob(guard: Guard): void {
  const { job, sizes, chain, lastTime, lastRun, runs } = guard;
  const first = chain.rows.count === 0;
  const source = sizes.source(guard.size, job.start);
  const whole = job.level === SEED || job.level === FULL;
  const toFull = job.level === DIFFERENTIAL && chain.style === 'forward';
  const since = toFull ? guard.lastFullTime : lastTime;
  const sinceRun = toFull ? guard.lastFullRun : lastRun;
  job.source = source;
  job.read = whole ? source : sizes.read(since, sinceRun, job.start, runs, source);
  const standsAlone = first || (whole && chain.style !== 'dedup');
  job.store = standsAlone
    ? sizes.full(source)
    : sizes.between(since, sinceRun, job.start, runs, source);
  job.ratio = job.read > 0 ? job.store / job.read : 0;
  job.need = job.store;
  if (job.level === SYNTHETIC && chain.style === 'forward' && !chain.clones)
    job.need += sizes.full(source);
}

/** Source bytes that a flow of the job has to deal with. */
export function amountOf({ job, flows, policy, chain, sizes }: Guard, phase: number): number {
  if (phase < flows.moves) return job.amount;
  if (phase === flows.transform) {
    const built = job.level === SYNTHETIC && chain.style === 'forward' && !chain.clones;
    // What the last retention moved stands for what that of this run will.
    return built ? sizes.full(job.source) : chain.moved;
  }
  const { verify } = policy;
  const due = verify !== null && (!verify.fullsOnly || job.level <= SYNTHETIC);
  return due ? job.read * verify.coverage : 0;
}
