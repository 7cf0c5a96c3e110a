import type { Transition } from '../../../model/class-stays.ts';
import type { StoredPieces, StoreUse } from '../../../model/store-use.ts';
import type { Sizes } from '../../chain/chain.ts';
import type { SegmentPoints } from '../../chain/segments.ts';
import type { Protection } from '../../engine/protection.ts';

/** Columns of pieces under way; each is one object. */
interface Pieces {
  readonly written: number[];
  readonly deleted: number[];
  readonly bytes: number[];
}

/**
 * What is billed for a store that moves snapshots to a class where each is whole. What is moved is stored
 * there in full; what is left shares blocks among itself, so the oldest of it is whole as well.
 *
 * @param use everything of the bill but its segments, with the class of what is not moved.
 */
export function archivedUses(
  use: Omit<StoreUse, 'segments' | 'transitions'>,
  { after, to }: Transition,
  protections: readonly Protection[],
): readonly StoreUse[] {
  const standard: Pieces = { written: [], deleted: [], bytes: [] };
  const archived: Pieces = { written: [], deleted: [], bytes: [] };
  for (const { chain } of protections) {
    const points = chain.segments?.points;
    if (!points) continue;
    addStandard(standard, points, after, chain.sizes);
    for (const run of runsOf(points)) {
      const moved = (points.made[run] as number) + after;
      const bytes = chain.sizes.full(points.source[run] as number);
      if (moved < (points.gone[run] as number)) {
        addPiece(archived, moved, points.gone[run] as number, bytes);
      }
    }
  }
  const { reads: _, ...idle } = use;
  return [
    { ...use, segments: columnsOf(standard) },
    { ...idle, class: to, segments: columnsOf(archived) },
  ];
}

/** Adds what the points hold before they are moved: a piece from each change to the next. */
function addStandard(pieces: Pieces, points: SegmentPoints, after: number, sizes: Sizes): void {
  const { time, made, gone, source } = points;
  const runs = runsOf(points);
  const end = (run: number): number => Math.min(gone[run] as number, (made[run] as number) + after);
  const changes = [...new Set(runs.flatMap((run) => [made[run] as number, end(run)]))];
  changes.sort((a, b) => a - b);
  let oldest = 0;
  for (const [index, at] of changes.entries()) {
    const until = changes[index + 1] ?? Infinity;
    while (oldest < runs.length && end(runs[oldest] as number) <= at) oldest++;
    let bytes = 0;
    let before = -1;
    for (let place = oldest; place < runs.length; place++) {
      const run = runs[place] as number;
      if ((made[run] as number) > at) break;
      if (end(run) <= at) continue;
      const now = source[run] as number;
      bytes +=
        before < 0
          ? sizes.full(now)
          : sizes.between(time[before] as number, before, time[run] as number, run, now);
      before = run;
    }
    addPiece(pieces, at, until, bytes);
  }
}

const runsOf = ({ time }: SegmentPoints): number[] =>
  Array.from(time.keys()).filter((run) => !Number.isNaN(time[run]));

function addPiece(pieces: Pieces, written: number, deleted: number, bytes: number): void {
  if (bytes <= 0) return;
  pieces.written.push(written);
  pieces.deleted.push(deleted);
  pieces.bytes.push(bytes);
}

const columnsOf = ({ written, deleted, bytes }: Pieces): StoredPieces => ({
  written: Float64Array.from(written),
  deleted: Float64Array.from(deleted),
  bytes: Float64Array.from(bytes),
  objects: new Float64Array(bytes.length).fill(1),
});
