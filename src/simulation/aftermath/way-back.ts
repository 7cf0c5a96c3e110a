import type { History } from '../chain/history.ts';
import { thawSeconds } from '../plan/thaw.ts';
import { BYTES, MOVE, POINT_FIGURES, PREPARE, VERIFY } from './point-figures.ts';
import { moveSeconds } from './restore-pace.ts';
import { fullFor, type ReverseReads } from './reverse-reads.ts';
import { type LogSource, loggedBetween, type Source } from './source.ts';

/** What a disaster adds to the restore of any point of a workload; times in seconds. */
export interface Waiting {
  /** Sum of the terms that do not depend on the point restored: notice, decision, people. */
  readonly waiting: number;
  /** Age of a point that is no lost work: when one table was dropped, the rest went on. */
  readonly spared: number;
  /** The log that is read back and applied; null: none survives. */
  readonly logged: LogSource | null;
}

/** The restore of one point after a disaster, in the terms that depend on it; times in seconds. */
export interface WayBack {
  /** Stored bytes that are read. */
  bytes: number;
  /** Bytes of log. */
  log: number;
  /** Age of the point when the disaster comes, less what is spared. */
  age: number;
  prepare: number;
  thaw: number;
  /** Of prepare and thaw what is only waited for, whatever else is restored meanwhile. */
  fetching: number;
  move: number;
  latency: number;
  apply: number;
  verify: number;
  finish: number;
  /** From the disaster until work resumes, with all that is waited for. */
  seconds: number;
}

/** A way back to be filled in: one is reused for all stretches. */
export const newWayBack = (): WayBack => ({
  bytes: 0,
  log: 0,
  age: 0,
  prepare: 0,
  thaw: 0,
  fetching: 0,
  move: 0,
  latency: 0,
  apply: 0,
  verify: 0,
  finish: 0,
  seconds: 0,
});

/**
 * Fills in how one point of one copy is restored after a disaster that comes between two instants:
 * what changes within that time is that of its middle.
 */
export function measureWayBack(
  way: WayBack,
  { waiting, spared, logged }: Waiting,
  source: Source,
  begin: number,
  end: number,
  index: number,
): void {
  const { pace, points, figures } = source;
  const middle = begin + (end - begin) / 2;
  const at = POINT_FIGURES * index;
  const time = points.time[index] as number;
  way.bytes = figures[at + BYTES] as number;
  way.prepare = figures[at + PREPARE] as number;
  way.move = figures[at + MOVE] as number;
  way.verify = figures[at + VERIFY] as number;
  if (source.reverse) addReverseReads(way, source, source.reverse, middle, index);
  way.age = begin - time - spared;
  way.log = logged ? loggedBetween(logged, time, middle - spared) : 0;
  way.thaw = thawSeconds(pace.thaws, middle - (points.usable[index] as number));
  way.fetching = pace.courier + way.thaw;
  way.latency = pace.latency;
  way.apply = logged ? logged.secondsPerByte * way.log : 0;
  way.finish = pace.finish;
  way.seconds =
    waiting + way.prepare + way.thaw + way.move + way.latency + way.apply + way.verify + way.finish;
}

/** Style reverse: an older point is reached from the full of that instant, over all in between. */
function addReverseReads(
  way: WayBack,
  { copy, pace, runs, points }: Source,
  reverse: ReverseReads,
  instant: number,
  index: number,
): void {
  const { reads, source, filesNeeded } = copy.history as History;
  const run = runs[index] as number;
  const full = fullFor(reverse, points, index, instant);
  const files = (filesNeeded[run] as number) + full - index;
  way.bytes =
    (reads[runs[full] as number] as number) +
    ((reverse.before[full] as number) - (reverse.before[index] as number));
  way.prepare = pace.prepare + pace.perPiece * (files - 1);
  way.move = moveSeconds(pace, way.bytes, source[run] as number);
}

/**
 * Seconds until work resumes below which no point of a copy is restored: without what its age adds, and
 * of style reverse as if nothing had to be read.
 */
export function leastSeconds({ waiting }: Waiting, { pace, figures, reverse }: Source): number {
  let least = Infinity;
  for (let at = 0; at < figures.length; at += POINT_FIGURES) {
    const move = reverse ? 0 : (figures[at + MOVE] as number);
    const seconds = (figures[at + PREPARE] as number) + move + (figures[at + VERIFY] as number);
    if (seconds < least) least = seconds;
  }
  return waiting + least + pace.latency + pace.finish;
}
