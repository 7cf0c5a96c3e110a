import { DIFFERENTIAL, FULL, INCREMENTAL, PRUNE, SYNTHETIC } from '../plan/levels.ts';
import type { Protection } from './protection.ts';
import { isSeeded, noteMiss, SOURCE_BEHIND } from './schedule-record.ts';

/** Whether a new point of this level triggers a job of the copy. */
export function isCopiedAfter({ policy: { copy } }: Protection, level: number): boolean {
  if (copy?.after === 'backup') return true;
  return copy?.after === 'full' && level <= SYNTHETIC;
}

/** Counts the copies of a point that a copy should have left, along the whole chain of copies. */
export function noteBehind({ copies, job }: Protection, instant: number): void {
  for (let c = 0; c < copies.length; c++) {
    const copy = copies[c] as Protection;
    if (!isCopiedAfter(copy, job.level)) continue;
    copy.due++;
    noteMiss(copy, SOURCE_BEHIND, instant);
    noteBehind(copy, instant);
  }
}

/** Whether the source has a newer point than the copy. */
export function hasNewPoint(copy: Protection): boolean {
  const { from } = copy;
  if (!from) return false;
  const newest = onlyFulls(copy) ? from.lastFullTime : from.lastTime;
  // Times are NaN until there is a point.
  return newest > copy.lastTime || (newest >= 0 && Number.isNaN(copy.lastTime));
}

/** Whether the backups that a copy goes back to have a newer point, which its source lacks. */
export function isBehindRoot(copy: Protection): boolean {
  let root = copy.from;
  while (root?.from) root = root.from;
  if (!root || root === copy.from) return false;
  const newest = onlyFulls(copy) ? root.lastFullTime : root.lastTime;
  return newest > copy.lastTime || (newest >= 0 && Number.isNaN(copy.lastTime));
}

/**
 * Whether a job is under way whose point a copy on dates would have taken, had it ended by now. What
 * is made on dates of its own is not waited for; the first full is seeding, which is told by itself.
 */
export function isAheadOfSource({ policy, from }: Protection): boolean {
  if (policy.copy?.after !== 'dates') return false;
  let needsFull = false;
  for (let source = from; source; source = source.from) {
    const { job, policy: made } = source;
    if (job.busy && job.level !== PRUNE)
      return isSeeded(source) && (!needsFull || job.level <= SYNTHETIC);
    if (made.copy?.after === 'dates') return false;
    if (made.copy?.after === 'full') needsFull = true;
  }
  return false;
}

const onlyFulls = ({ policy }: Protection): boolean => policy.copy?.after === 'full';

/**
 * Chooses the newest point of the source for the job of a copy, and the level. A copy that has
 * fallen behind skips the points in between: it transfers what differs from its own last point.
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

/**
 * Computes the stored bytes that a copy transfers. Blocks that files of the source share are
 * transferred with each of them.
 */
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
