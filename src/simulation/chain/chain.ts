import type { WorkArrays } from '../arena.ts';
import { consume, type SharingPoint, shed } from './cohorts.ts';
import type { History } from './history.ts';
import type { Rules } from './retention.ts';
import { at, BYTES, type Rows } from './rows.ts';
import { inherit, logShare, type Segments } from './segments.ts';
import { type Shelf, unshelve } from './shelf.ts';
import type { Windows } from './windows.ts';

/** Sizes that a chain needs to know, in bytes as stored (after reduction). */
export interface Sizes {
  /** Bytes of a full, for a source of so many bytes. */
  full(source: number): number;
  /**
   * Bytes that differ between two runs, each given by its instant and number, for a source of this
   * size.
   */
  between(fromTime: number, fromRun: number, toTime: number, toRun: number, source: number): number;
  /** Share of a full that is new after so many whole days, where fulls share blocks; 0 to 1. */
  newShare(days: number): number;
}

/** The restore points of one workload in one store, and the byte totals of their files. */
export interface Chain {
  readonly rows: Rows;
  /** Fulls archived for GFS rules, outside the working chain; only style `copy` has any. */
  readonly archiveFulls: Rows;
  readonly rules: Rules;
  readonly sizes: Sizes;
  /** Number of fulls to keep by the GFS rules weekly, monthly, quarterly, yearly; 0 for no rule. */
  readonly gfs: readonly number[];
  readonly style: 'forward' | 'reverse' | 'copy' | 'replica' | 'dedup';
  /** Whether increments are merged into the full (forever-incremental): no other full will come. */
  readonly merges: boolean;
  /** Whether fulls share blocks with older files (block cloning). */
  readonly clones: boolean;
  /** Reasons and needs by row. All chains of a run share them: valid until the next review. */
  readonly work: WorkArrays;
  /** Number of rows that no rule keeps and no kept point needs; set by `markNeeded`. */
  removable: number;
  /** Number of rows that are self-contained (see `isFull`); archived fulls are not counted. */
  fulls: number;
  /**
   * State of the keep rules where they are evaluated incrementally (see `sliding.ts`); else null.
   */
  readonly windows: Windows | null;
  /**
   * `serial` at the last retention: points with this serial or a higher one are new to the rules.
   */
  seen: number;
  /** Serial of the next file. */
  serial: number;
  /** Bytes stored now: `written - deleted`. */
  stored: number;
  /** Peak of `stored` during the last `addPoint` or `prune`. */
  peak: number;
  /** Bytes written to the store, and bytes deleted from it, since the beginning. */
  written: number;
  deleted: number;
  /** When its points became usable and were removed; null unless the scenario has disasters. */
  readonly history: History | null;
  /** The current instant, s since 1970. */
  now: number;
  /** The cartridges that hold its points; null unless the store is a tape library. */
  readonly shelf: Shelf | null;
  /** The billed segments of its points; null unless the store is an object store. */
  readonly segments: Segments | null;
  /** Bytes that the last retention merged, or copied to archive a full. */
  moved: number;
}

/** Accounts for bytes written to the store. */
export function take(chain: Chain, bytes: number): void {
  chain.written += bytes;
  chain.stored += bytes;
  if (chain.stored > chain.peak) chain.peak = chain.stored;
}

/** Accounts for bytes deleted from the store. */
export function free(chain: Chain, bytes: number): void {
  chain.deleted += bytes;
  chain.stored -= bytes;
}

/**
 * Records that the point of a run was removed: in its history, segments and cartridges.
 *
 * @param bytes bytes that are deleted with it; 0 if another point has taken them over.
 */
export function noteGone({ history, now, shelf, segments }: Chain, run: number, bytes = 0): void {
  if (segments?.cohorts) {
    // A full that increments were merged into holds bytes of older runs as well.
    const older = consume(segments.cohorts, run, run, bytes, now);
    if (older > 0) consume(segments.cohorts, segments.cohorts.first, run, older, now);
  } else if (segments) logShare(segments, run, now, bytes);
  if (segments?.points) segments.points.gone[run] = now;
  if (history) history.gone[run] = now;
  if (shelf) unshelve(shelf, run);
}

/** Records that a point was added, and the bytes that its run wrote: see `Segments.since`. */
export function noteWritten(
  { segments, now }: Chain,
  { run, time, source }: SharingPoint & { readonly source: number },
  bytes: number,
): void {
  if (!segments) return;
  const { began, written, since, cohorts, points } = segments;
  if (points) {
    points.time[run] = time;
    points.made[run] = now;
    points.source[run] = source;
  }
  began[run] = Math.min(since, now);
  written[run] = now;
  if (!cohorts) return;
  cohorts.time[run] = time;
  cohorts.began[run] = Math.min(since, now);
  cohorts.written[run] = now;
  cohorts.left[run] = bytes;
}

/**
 * Records that a point went whose neighbours share bytes with it, and that the bytes are deleted
 * which neither of them has.
 *
 * @param before the point before it that stays; null for none.
 * @param next the point after it, and its source bytes; null for none.
 */
export function noteReplaced(
  { segments, now, sizes }: Chain,
  gone: SharingPoint,
  before: SharingPoint | null,
  next: (SharingPoint & { readonly source: number }) | null,
  amount: number,
): void {
  if (!segments?.cohorts) return;
  const differs = (run: number, time: number): number => {
    if (!next) return -sizes.between(time, run, gone.time, gone.run, amount);
    const { source } = next;
    const since = sizes.between(time, run, next.time, next.run, source);
    return since - sizes.between(time, run, gone.time, gone.run, source);
  };
  const least = before ? differs(before.run, before.time) : next ? 0 : -amount;
  shed(segments.cohorts, gone, before?.run ?? -1, amount, now, (run, time) => {
    return differs(run, time) - least;
  });
}

/** Records that the bytes that a run wrote are written anew now, and how many they are then. */
export function noteGrown({ segments, now }: Chain, run: number, bytes: number): void {
  const cohorts = segments?.cohorts;
  if (!cohorts) return;
  consume(cohorts, run, run, Infinity, now);
  cohorts.began[run] = now;
  cohorts.written[run] = now;
  cohorts.left[run] = bytes;
}

/**
 * Records that the bytes of the point of a run are rewritten now, as part of a full: their old
 * segment ends and a new one begins.
 */
export function noteRewritten({ segments, now }: Chain, run: number, bytes: number): void {
  if (!segments || segments.cohorts) return;
  logShare(segments, run, now, bytes);
  segments.began[run] = now;
  segments.written[run] = now;
  segments.inherited[run] = 0;
}

/**
 * Records that the point of a run takes over some bytes of an older point and that the other bytes
 * of the older point are deleted now. Bytes that are taken over stay in place and keep their age.
 * What the older point holds from here on counts as written now.
 *
 * @param bytes all bytes of the older point.
 * @param taken bytes that are taken over.
 */
export function noteTakenOver(
  { segments, now }: Chain,
  run: number,
  older: number,
  bytes: number,
  taken: number,
): void {
  if (!segments || segments.cohorts || bytes === 0) return;
  logShare(segments, older, now, bytes, 1 - taken / bytes);
  inherit(segments, run, older, bytes, taken / bytes);
  segments.began[older] = now;
  segments.written[older] = now;
  segments.inherited[older] = 0;
}

/** Changes the size of a row and accounts for the difference. */
export function resize(chain: Chain, rows: Rows, index: number, bytes: number): void {
  const offset = at(rows, index) + BYTES;
  const change = bytes - (rows.data[offset] as number);
  rows.data[offset] = bytes;
  if (change > 0) take(chain, change);
  else free(chain, -change);
}
