import { DIFFERENTIAL, FULL, INCREMENTAL, SEED, SYNTHETIC } from '../plan/levels.ts';
import { isChecked, type RebasePlan } from '../plan/policy.ts';
import { aimCopy, sizeCopy } from './copying.ts';
import { drawNight, effortOfNight } from './nights.ts';
import type { Protection } from './protection.ts';

/** Determines the point that a job makes, its level, and the bytes it reads and stores. */
export function aimJob(protection: Protection): void {
  const { job, chain, from, policy, nights } = protection;
  if (nights !== null) drawNight(nights);
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

/** Whether a job should start a new chain. */
function isDueToRebase(protection: Protection, rebase: RebasePlan): boolean {
  const { job, sizes, runs } = protection;
  if (job.level === DIFFERENTIAL) {
    if (rebase.differential > 0 && job.store > rebase.differential * sizes.full(job.source))
      return true;
    // Bytes a step fall as long as the next differential is smaller than their mean so far.
    return rebase.auto && job.store * (protection.differentials + 1) >= protection.cycleBytes;
  }
  return (
    job.level === INCREMENTAL &&
    rebase.chain > 0 &&
    runs - 1 - protection.lastFullRun >= rebase.chain
  );
}

/** Computes the source bytes, the bytes read and the bytes stored of a backup job. */
function sizeJob(protection: Protection): void {
  const { job, sizes, chain, lastTime, lastRun, runs, nights } = protection;
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
  job.effort = job.read > 0 ? protection.walking / job.read + protection.filing / job.source : 0;
  if (nights !== null) {
    job.effort = effortOfNight(nights, protection.flows, job.ratio, job.effort);
  }
  job.need = job.store;
  if (job.level === SYNTHETIC && chain.style === 'forward' && !chain.clones)
    job.need += sizes.full(source);
}

/**
 * Bytes that the flow of one phase processes: source bytes, in the transform phase stored bytes.
 */
export function amountOf({ job, flows, policy, chain, sizes }: Protection, phase: number): number {
  if (phase < flows.moves) return job.amount;
  if (phase === flows.transform) {
    const built = job.level === SYNTHETIC && chain.style === 'forward' && !chain.clones;
    // The bytes that the last retention moved are the estimate for this run.
    return built ? sizes.full(job.source) : chain.moved;
  }
  if (phase === flows.prune) return 0;
  const { verify } = policy;
  return isChecked(verify, job.level) ? job.read * verify.coverage : 0;
}
