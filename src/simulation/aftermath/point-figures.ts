import type { History } from '../chain/history.ts';
import { moveSeconds, type RestorePace } from './restore-pace.ts';

/**
 * What the restore of a point takes whatever the disaster, one point after the other: stored bytes that
 * are read, and seconds to prepare, to move and to verify.
 */
export const POINT_FIGURES = 4;
/** Where each of them stands within those of a point. */
export const [BYTES, PREPARE, MOVE, VERIFY] = [0, 1, 2, 3] as const;

/**
 * The figures of all points of a copy, which many disasters ask for. Of style reverse, where older points
 * need more with time, those of a point that is the full.
 *
 * @param runs the run number of each point.
 */
export function pointFigures(
  { reads, source, filesNeeded }: History,
  pace: RestorePace,
  runs: Int32Array,
): Float64Array {
  const figures = new Float64Array(POINT_FIGURES * runs.length);
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index] as number;
    const at = POINT_FIGURES * index;
    const bytes = reads[run] as number;
    const sourceBytes = source[run] as number;
    figures[at + BYTES] = bytes;
    figures[at + PREPARE] = pace.prepare + pace.perPiece * ((filesNeeded[run] as number) - 1);
    figures[at + MOVE] = moveSeconds(pace, bytes, sourceBytes);
    figures[at + VERIFY] = sourceBytes * pace.verifying;
  }
  return figures;
}
