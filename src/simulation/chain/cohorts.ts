/**
 * Which bytes die in an object store where points share them: a deduplicated pool, and increments
 * that are merged into a full. What one run wrote is a cohort. Data that change at random replace
 * young bytes as well as old ones, and data with hot spots replace mostly young ones: how many of
 * which age follows from the change between runs alone. See docs/model.md, section "Bills".
 */
import { type Arena, take } from '../arena.ts';
import { logSegment, type SegmentLog } from './segment-log.ts';

/** The bytes of each run that are still stored. */
export interface Cohorts {
  readonly log: SegmentLog;
  /** Bytes of the objects in which they lie. */
  readonly objectBytes: number;
  /** Instant of the data of each run; NaN for runs that made no point. */
  readonly time: Float64Array;
  /** Instants at which the bytes of each run began to arrive, and had arrived. */
  readonly began: Float64Array;
  readonly written: Float64Array;
  readonly left: Float64Array;
  /** Ages up to which the bill asks for the age of bytes; the older ones go from the oldest on. */
  readonly span: number;
  /** The first run that has any left. */
  first: number;
}

/** Cohorts of so many runs, before the first of them. */
export const newCohorts = (
  log: SegmentLog,
  objectBytes: number,
  runs: number,
  span: number,
  arena: Arena,
): Cohorts => ({
  log,
  objectBytes,
  time: take(arena, runs).fill(Number.NaN),
  began: take(arena, runs),
  written: take(arena, runs),
  left: take(arena, runs),
  span,
  first: 0,
});

/** Ages are told apart in so many steps up to the span. */
const STEPS = 90;

/** A point whose bytes are shared with its neighbours: when its data are from, and its run. */
export interface SharingPoint {
  readonly time: number;
  readonly run: number;
}

/**
 * Deletes the bytes that only one point has had: they came up to its run, and are replaced in the
 * next point. Of those that came up to a run j, `between(j, next) - between(j, gone)` are.
 *
 * @param before run of the point before it that is kept; -1 for none.
 * @param amount all bytes that only the point has had.
 * @param replacedSince bytes that differ between the point of a run and both of the others.
 */
export function shed(
  cohorts: Cohorts,
  gone: SharingPoint,
  before: number,
  amount: number,
  now: number,
  replacedSince: (run: number, time: number) => number,
): void {
  const { time, written, span } = cohorts;
  const youngest = now - span;
  const step = span / STEPS;
  let upTo = gone.run;
  let upToTime = gone.time;
  let replaced = amount;
  let owed = 0;
  for (let run = gone.run - 1; run > before && span > 0; run--) {
    const at = time[run] as number;
    if (Number.isNaN(at)) continue;
    if (upToTime - at < step) continue;
    if ((written[upTo] as number) <= youngest) break;
    const older = Math.min(replaced, Math.max(0, replacedSince(run, at)));
    owed = consume(cohorts, run + 1, upTo, replaced - older + owed, now);
    replaced = older;
    upTo = run;
    upToTime = at;
  }
  const rest = consume(cohorts, Math.max(cohorts.first, before + 1), upTo, replaced + owed, now);
  if (rest > 0) consume(cohorts, cohorts.first, written.length - 1, rest, now);
}

/** Deletes bytes of the runs from one to another, the oldest first; returns what was not there. */
export function consume(
  cohorts: Cohorts,
  from: number,
  to: number,
  amount: number,
  now: number,
): number {
  const { log, objectBytes, began, written, left } = cohorts;
  let wanted = amount;
  for (let run = from; run <= to && wanted > 0; run++) {
    const here = left[run] as number;
    if (here <= 0) continue;
    const taken = Math.min(here, wanted);
    logSegment(log, written[run] as number, now, taken, objectBytes, began[run] as number);
    left[run] = here - taken;
    wanted -= taken;
  }
  while (cohorts.first < left.length - 1 && left[cohorts.first] === 0) cohorts.first++;
  return wanted;
}

/** Logs what is stored at the end. */
export function logLeft({ log, objectBytes, began, written, left, first }: Cohorts): void {
  for (let run = first; run < left.length; run++) {
    const [arrived, begun] = [written[run] as number, began[run] as number];
    logSegment(log, arrived, Infinity, left[run] as number, objectBytes, begun);
  }
}
