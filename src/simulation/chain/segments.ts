/**
 * Billed segments of an object store. A segment is a number of bytes that were written at one
 * instant and deleted at another. Merges move bytes between points without writing them again, so a
 * point may hold bytes that are older than the point itself.
 */
import { type Arena, take } from '../arena.ts';
import type { Cohorts } from './cohorts.ts';

/** The segments of one object store; one is appended when it ends. */
export interface SegmentLog {
  /** Instants at which the first and the last of its bytes arrived. */
  began: Float64Array;
  written: Float64Array;
  deleted: Float64Array;
  bytes: Float64Array;
  count: number;
}

/**
 * The live bytes of one chain in an object store, by run number: when the bytes of each were
 * written.
 */
export interface Segments {
  readonly log: SegmentLog;
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
}

/** The segments of a chain of so many runs, before the first of them. */
export const newSegments = (
  log: SegmentLog,
  runs: number,
  arena: Arena,
  cohorts: Cohorts | null,
): Segments => ({
  log,
  since: 0,
  cohorts,
  began: take(arena, runs),
  written: take(arena, runs),
  inherited: take(arena, runs),
  inheritedWritten: take(arena, runs),
});

/** Initial capacity of a log: about what one daily job leaves in a few years. */
const INITIAL_CAPACITY = 4096;

/** An empty log. */
export const newSegmentLog = (arena: Arena): SegmentLog => ({
  began: take(arena, INITIAL_CAPACITY),
  written: take(arena, INITIAL_CAPACITY),
  deleted: take(arena, INITIAL_CAPACITY),
  bytes: take(arena, INITIAL_CAPACITY),
  count: 0,
});

/**
 * Appends a segment that was stored from one instant to another; Infinity for one that still is.
 * Ignores segments without bytes.
 *
 * @param began when the first of its bytes arrived, if they came over a time.
 */
export function logSegment(
  log: SegmentLog,
  written: number,
  deleted: number,
  bytes: number,
  began = written,
): void {
  if (bytes <= 0) return;
  if (log.count === log.written.length) grow(log);
  const at = log.count++;
  log.began[at] = began;
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
  log.began = wider(log.began);
  log.written = wider(log.written);
  log.deleted = wider(log.deleted);
  log.bytes = wider(log.bytes);
}

/**
 * Logs that a share of the bytes of the point of a run is deleted at an instant; Infinity logs what
 * still exists at the end. Bytes taken over from older points form a segment of their own.
 *
 * @param bytes all bytes of the point.
 */
export function logShare(
  { log, began, written, inherited, inheritedWritten }: Segments,
  run: number,
  deleted: number,
  bytes: number,
  share = 1,
): void {
  const older = Math.min(bytes, inherited[run] as number);
  logSegment(log, inheritedWritten[run] as number, deleted, older * share);
  const own = (bytes - older) * share;
  logSegment(log, written[run] as number, deleted, own, began[run] as number);
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
