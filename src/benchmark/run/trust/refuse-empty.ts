import type { Step } from '../../step.ts';
import { type Found, failed } from '../outcome.ts';

/**
 * Makes a full backup a failed one if it has stored nothing: what is restored of it would not come
 * from the backup.
 *
 * @param source what was backed up; null if that is not known.
 */
export function refuseEmpty(step: Step, found: Found, source: Found['source']): Found {
  if (step.kind !== 'backup' || step.point.level !== 'full') return found;
  if (found.outcome === 'failed' || found.stored?.bytes !== 0 || !source?.bytes) return found;
  const reason = `it has stored nothing of ${source.bytes} bytes, although it ended well`;
  return { ...found, ...failed(reason, found.said ?? null) };
}
