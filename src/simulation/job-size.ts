import type { Guard } from './guard.ts';
import { DIFFERENTIAL, FULL, SEED, SYNTHETIC } from './levels.ts';

/** Works out what a job has to read and to store. */
export function sizeJob(guard: Guard): void {
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
