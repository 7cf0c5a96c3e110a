/**
 * Billed segments of an object store. A segment is a number of bytes that were written at one
 * instant and deleted at another. Merges move bytes between points without writing them again, so a
 * point may hold bytes that are older than the point itself.
 */
import { type Arena, take } from '../arena.ts';
import type { Cohorts } from './cohorts.ts';
import { logSegment, type SegmentLog } from './segment-log.ts';

/**
 * The live bytes of one chain in an object store, by run number: when the bytes of each were
 * written.
 */
export interface Segments {
  readonly log: SegmentLog;
  /** Bytes of the objects in which its points lie. */
  readonly objectBytes: number;
  readonly began: Float64Array;
  readonly written: Float64Array;
  /** When the job began whose point is added next. */
  since: number;
  /**
   * Bytes that a point has taken over from older points, and the mean instant at which those were
   * written.
   */
  readonly inherited: Float64Array;
  readonly inheritedWritten: Float64Array;
  /** Where points share bytes: which of them die. In their place the fields above say nothing. */
  readonly cohorts: Cohorts | null;
  /** The points of all runs; null unless the store moves them to a class where each is whole. */
  readonly points: SegmentPoints | null;
}

/** The points of a chain by run number; `time` is NaN where a run made none. */
export interface SegmentPoints {
  readonly time: Float64Array;
  readonly made: Float64Array;
  readonly gone: Float64Array;
  readonly source: Float64Array;
}

/** The segments of a chain of so many runs, before the first of them. */
export const newSegments = (
  log: SegmentLog,
  objectBytes: number,
  runs: number,
  arena: Arena,
  cohorts: Cohorts | null,
  archives = false,
): Segments => ({
  log,
  objectBytes,
  since: 0,
  cohorts,
  points: archives ? newPoints(runs, arena) : null,
  began: take(arena, runs),
  written: take(arena, runs),
  inherited: take(arena, runs),
  inheritedWritten: take(arena, runs),
});

const newPoints = (runs: number, arena: Arena): SegmentPoints => ({
  time: take(arena, runs).fill(Number.NaN),
  made: take(arena, runs),
  gone: take(arena, runs).fill(Infinity),
  source: take(arena, runs),
});

/**
 * Logs that a share of the bytes of the point of a run is deleted at an instant; Infinity logs what
 * still exists at the end. Bytes taken over from older points form a segment of their own.
 *
 * @param bytes all bytes of the point.
 */
export function logShare(
  { log, objectBytes, began, written, inherited, inheritedWritten }: Segments,
  run: number,
  deleted: number,
  bytes: number,
  share = 1,
): void {
  const older = Math.min(bytes, inherited[run] as number);
  logSegment(log, inheritedWritten[run] as number, deleted, older * share, objectBytes);
  const own = (bytes - older) * share;
  logSegment(log, written[run] as number, deleted, own, objectBytes, began[run] as number);
}

/**
 * Lets the point of a run take over a share of the bytes of an older point. They stay in place and
 * keep their mean age.
 *
 * @param bytes all bytes of the older point.
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
