import { DIFFERENTIAL, FULL, INCREMENTAL, SEED, SYNTHETIC } from '../plan/levels.ts';
import type { RebasePlan } from '../plan/policy.ts';
import { aimCopy, sizeCopy } from './copying.ts';
import type { Protection } from './protection.ts';

/** Settles which point a job makes, at which level, and what it has to read and to store. */
export function aimJob(protection: Protection): void {
  const { job, chain, from, policy } = protection;
  if (from) aimCopy(protection, from);
  else {
    job.time = job.start;
    job.run = protection.runs;
  }
  if (chain.rows.count === 0) job.level = protection.runs === 0 ? SEED : FULL;
  if (from) sizeCopy(protection);
  else {
    sizeJob(protection);
    if (policy.rebase && isDueToRebase(protection, policy.rebase)) {
      job.level = FULL;
      sizeJob(protection);
    }
  }
}

/**
 * Whether a job had better begin a new chain. Differentials that grow evenly write least where the
 * days since the full, T, times the differential are twice the full: T* = sqrt(2 F / d), d = D / T.
 */
function isDueToRebase(protection: Protection, rebase: RebasePlan): boolean {
  const { job, sizes, runs } = protection;
  if (job.level === DIFFERENTIAL) {
    const full = sizes.full(job.source);
    const days = (job.time - protection.lastFullTime) / 86400;
    const lastDays = (protection.lastTime - protection.lastFullTime) / 86400;
    if (rebase.differential > 0 && job.store > rebase.differential * full) return true;
    // The day that is nearest to T*: half a step later would be nearer to the next.
    return rebase.auto && job.store * ((days + lastDays) / 2 + (days - lastDays)) >= 2 * full;
  }
  return (
    job.level === INCREMENTAL &&
    rebase.chain > 0 &&
    runs - 1 - protection.lastFullRun >= rebase.chain
  );
}

function sizeJob(protection: Protection): void {
  const { job, sizes, chain, lastTime, lastRun, runs } = protection;
  const first = chain.rows.count === 0;
  const source = sizes.source(protection.size, job.start);
  const whole = job.level === SEED || job.level === FULL;
  const toFull = job.level === DIFFERENTIAL && chain.style === 'forward';
  const since = toFull ? protection.lastFullTime : lastTime;
  const sinceRun = toFull ? protection.lastFullRun : lastRun;
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
export function amountOf({ job, flows, policy, chain, sizes }: Protection, phase: number): number {
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
