import type { ChangeRecord } from '../benchmark/records/source.ts';
import { chunksChanged } from '../model/granularity.ts';
import type { ToolNature } from './tool-nature.ts';

/** Bytes that change together where nothing says how many: the block of observed change. */
const USUAL_UNIT = 64 * 1024;
/** A file of which more than this share differs was written anew. */
const REWRITTEN_FROM = 0.9;

/**
 * Bytes that a repository has not held, before compression, of what changed since the base of a
 * backup. A tool of whole files stores all that it reads; one of chunks leaves out renamed files and
 * copies, and of files that were changed in place takes the chunks that were hit.
 *
 * @param unit bytes of a changed file that change together; null: not known.
 * @example
 * freshBytes(change, { like: 'tar', chunk: null, shrinks: false }, null) // change.read
 */
export function freshBytes(
  change: ChangeRecord,
  { chunk }: ToolNature,
  unit: number | null,
): number {
  if (!chunk) return change.read;
  const { added, changed, renamed, read, within, content } = change;
  const all = Math.max(1, added + changed + renamed);
  const inPlace = (read * changed) / all;
  const differing = Math.min(within ?? inPlace, inPlace);
  const share = inPlace > 0 ? differing / inPlace : 0;
  const hit =
    share > REWRITTEN_FROM ? differing : inPlace * chunksChanged(share, unit ?? USUAL_UNIT, chunk);
  const anew = ((read * added) / all + hit) * (1 - (content?.duplicates?.share ?? 0));
  return Math.min(anew, read);
}
