import { type Arena, take } from '../arena.ts';

/** What lay in one object store, piece by piece; written when a piece is gone. */
export interface SegmentLog {
  written: Float64Array;
  deleted: Float64Array;
  bytes: Float64Array;
  count: number;
}

/** The pieces of one chain that lie there now: when each was written, by the number of its run. */
export interface Segments {
  readonly log: SegmentLog;
  readonly written: Float64Array;
  /** Bytes of a point that it has from older ones, and when those were written on average. */
  readonly inherited: Float64Array;
  readonly inheritedWritten: Float64Array;
}

/** The pieces of a chain of so many runs before the first of them. */
export const newSegments = (log: SegmentLog, runs: number, arena: Arena): Segments => ({
  log,
  written: take(arena, runs),
  inherited: take(arena, runs),
  inheritedWritten: take(arena, runs),
});

/** Pieces that there is room for at once: a job a day leaves as many in a few years. */
const AT_ONCE = 4096;

/** A log with nothing in it. */
export const newSegmentLog = (arena: Arena): SegmentLog => ({
  written: take(arena, AT_ONCE),
  deleted: take(arena, AT_ONCE),
  bytes: take(arena, AT_ONCE),
  count: 0,
});

/** Writes down a piece that lay there from one instant to another (Infinity: it still does). */
export function logSegment(log: SegmentLog, written: number, deleted: number, bytes: number): void {
  if (bytes <= 0) return;
  if (log.count === log.written.length) grow(log);
  const at = log.count++;
  log.written[at] = written;
  log.deleted[at] = deleted;
  log.bytes[at] = bytes;
}

function grow(log: SegmentLog): void {
  const wider = (values: Float64Array): Float64Array => {
    const all = new Float64Array(values.length * 2);
    all.set(values);
    return all;
  };
  log.written = wider(log.written);
  log.deleted = wider(log.deleted);
  log.bytes = wider(log.bytes);
}

/**
 * Writes down that a share of what the point of a run takes goes at an instant (Infinity: it is
 * still there at the end): what it has from older points by itself, since it is older.
 *
 * @param bytes all that the point takes.
 */
export function logShare(
  { log, written, inherited, inheritedWritten }: Segments,
  run: number,
  deleted: number,
  bytes: number,
  share = 1,
): void {
  const older = Math.min(bytes, inherited[run] as number);
  logSegment(log, inheritedWritten[run] as number, deleted, older * share);
  logSegment(log, written[run] as number, deleted, (bytes - older) * share);
}

/**
 * Has the point of a run inherit a share of what an older one takes: the bytes stay where they are,
 * and as old as they are on average.
 *
 * @param bytes all that the older point takes.
 */
export function inherit(
  { written, inherited, inheritedWritten }: Segments,
  run: number,
  older: number,
  bytes: number,
  share: number,
): void {
  const old = Math.min(bytes, inherited[older] as number);
  const had = inherited[run] as number;
  const all = had + bytes * share;
  if (all === 0) return;
  inheritedWritten[run] =
    (had * (inheritedWritten[run] as number) +
      share * old * (inheritedWritten[older] as number) +
      share * (bytes - old) * (written[older] as number)) /
    all;
  inherited[run] = all;
}
