import { DIFFERENTIAL, FULL, INCREMENTAL, SYNTHETIC } from '../plan/levels.ts';
import type { Protection } from './protection.ts';

/** Whether a copy is made after a point of this level. */
export function isCopiedAfter({ policy: { copy } }: Protection, level: number): boolean {
  if (copy?.after === 'backup') return true;
  return copy?.after === 'full' && level <= SYNTHETIC;
}

/** Whether there is a point that a copy has not got. */
export function hasNewPoint(copy: Protection): boolean {
  const { from } = copy;
  if (!from) return false;
  const newest = onlyFulls(copy) ? from.lastFullTime : from.lastTime;
  // Times are NaN as long as there is no point.
  return newest > copy.lastTime || (newest >= 0 && Number.isNaN(copy.lastTime));
}

const onlyFulls = ({ policy }: Protection): boolean => policy.copy?.after === 'full';

/**
 * Points the job of a copy at the newest point there is. A copy that falls behind leaves out what
 * came in between: what it moves is what differs from the last point that it has.
 */
export function aimCopy(
  { job, policy, lastTime, lastFullTime }: Protection,
  from: Protection,
): void {
  const isFull = policy.copy?.after === 'full';
  job.time = isFull ? from.lastFullTime : from.lastTime;
  job.run = isFull ? from.lastFullRun : from.lastRun;
  const isNewChain = from.lastFullTime > lastTime;
  if (policy.copy?.whole || (isNewChain && policy.tool.style === 'forward')) job.level = FULL;
  else
    job.level = from.lastLevel === DIFFERENTIAL && lastFullTime >= 0 ? DIFFERENTIAL : INCREMENTAL;
}

/** Sizes what a copy moves: bytes as they are stored, with blocks that were shared told apart. */
export function sizeCopy(protection: Protection): void {
  const { job, sizes, chain, policy } = protection;
  const source = sizes.source(protection.size, job.time);
  job.source = source;
  const isWhole = chain.rows.count === 0 || (job.level === FULL && policy.tool.style !== 'dedup');
  const toFull = job.level === DIFFERENTIAL;
  job.store = isWhole
    ? sizes.full(source)
    : sizes.between(
        toFull ? protection.lastFullTime : protection.lastTime,
        toFull ? protection.lastFullRun : protection.lastRun,
        job.time,
        job.run,
        source,
      );
  job.read = job.store;
  job.ratio = 1;
  job.need = job.store;
}
