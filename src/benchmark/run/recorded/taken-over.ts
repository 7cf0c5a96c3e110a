import type { Usage } from '../../../host/host.ts';
import type { Measurement } from '../../measurement.ts';

/** What is known of a backup beside what its tool reports. */
interface Known {
  readonly source: Measurement['source'];
  readonly change: Measurement['change'];
  readonly read: Usage['read'];
  /** Bytes that the tool read when it made its repository: its own program. */
  readonly start: number;
}

/** Share of the bytes of unchanged files that a tool may read before it is not believed. */
const TOLERANCE = 0.1;

/** Bytes of lists, caches and indexes that a tool reads whatever the size of the source. */
const LEAST = 2 ** 20;

/**
 * The files that a tool has taken over without reading them; null where the bytes that it read say
 * otherwise: more than those that are new or changed, and a tenth of the others. Some tools count
 * as unchanged what they have read and found to be the same.
 *
 * @param unchanged as the tool reports it.
 */
export function takenOver(
  unchanged: number | null,
  { source, change, read, start }: Known,
): number | null {
  if (unchanged === null || unchanged === 0 || !source || !change || !read) return unchanged;
  const needless = source.bytes - change.read;
  const excess = read.bytes - change.read - start;
  return excess > LEAST + TOLERANCE * needless ? null : unchanged;
}
