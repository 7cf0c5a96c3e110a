import { type Arena, take } from '../arena.ts';

/** The segments of one object store; one is appended when it ends. */
export interface SegmentLog {
  /** Instants at which the first and the last of its bytes arrived. */
  began: Float64Array;
  written: Float64Array;
  deleted: Float64Array;
  bytes: Float64Array;
  /** Bytes of the objects that hold them. */
  objectBytes: Float64Array;
  count: number;
}

/** Initial capacity of a log: about what one daily job leaves in a few years. */
const INITIAL_CAPACITY = 4096;

/** An empty log. */
export const newSegmentLog = (arena: Arena): SegmentLog => ({
  began: take(arena, INITIAL_CAPACITY),
  written: take(arena, INITIAL_CAPACITY),
  deleted: take(arena, INITIAL_CAPACITY),
  bytes: take(arena, INITIAL_CAPACITY),
  objectBytes: take(arena, INITIAL_CAPACITY),
  count: 0,
});

/**
 * Appends a segment that was stored from one instant to another; Infinity for one that still is.
 * Ignores segments without bytes.
 *
 * @param objectBytes bytes of each of its objects.
 * @param began when the first of its bytes arrived, if they came over a time.
 */
export function logSegment(
  log: SegmentLog,
  written: number,
  deleted: number,
  bytes: number,
  objectBytes: number,
  began = written,
): void {
  if (bytes <= 0) return;
  if (log.count === log.written.length) grow(log);
  const at = log.count++;
  log.began[at] = began;
  log.written[at] = written;
  log.deleted[at] = deleted;
  log.bytes[at] = bytes;
  log.objectBytes[at] = objectBytes;
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
  log.objectBytes = wider(log.objectBytes);
}
