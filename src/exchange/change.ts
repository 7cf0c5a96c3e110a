import { compareKeys, type IndexRow } from './index-row.ts';

/** A number of files and their total bytes. */
export interface Tally {
  readonly files: number;
  readonly bytes: number;
}

/** The difference between two indexes of one directory. */
export interface Change {
  readonly before: Tally;
  readonly after: Tally;
  readonly added: Tally;
  readonly removed: Tally;
  /**
   * Files with another size or time. Bytes are the new sizes, as a file-level backup would copy
   * them.
   */
  readonly changed: Tally;
  /**
   * Files with the same size and time but another inode, for example after a restore; not in
   * `changed`.
   */
  readonly replaced: Tally;
}

type Counter = { files: number; bytes: number };
const zero = (): Counter => ({ files: 0, bytes: 0 });

function count(counter: Counter, row: IndexRow): void {
  counter.files += 1;
  counter.bytes += row.size;
}

/**
 * Merges two sorted streams of rows and counts what was added, removed and changed. Holds one row
 * of each stream. Awaits `yieldNow` after every 50,000 rows.
 */
export async function measureChange(
  before: Iterable<IndexRow>,
  after: Iterable<IndexRow>,
  yieldNow: () => Promise<void> = async () => undefined,
): Promise<Change> {
  const change = {
    before: zero(),
    after: zero(),
    added: zero(),
    removed: zero(),
    changed: zero(),
    replaced: zero(),
  };
  const [olds, news] = [before[Symbol.iterator](), after[Symbol.iterator]()];
  let old = next(olds);
  let now = next(news);
  for (let rows = 0; old || now; rows++) {
    if (rows % 50_000 === 49_999) await yieldNow();
    const order = !old ? 1 : !now ? -1 : compareKeys(old.key, now.key);
    if (old && now && order === 0) compare(change, old, now);
    if (old && order <= 0) count(change.before, old);
    if (now && order >= 0) count(change.after, now);
    if (old && order < 0) count(change.removed, old);
    if (now && order > 0) count(change.added, now);
    if (order <= 0) old = next(olds);
    if (order >= 0) now = next(news);
  }
  return change;
}

function compare(
  to: { readonly changed: Counter; readonly replaced: Counter },
  old: IndexRow,
  now: IndexRow,
): void {
  if (old.size !== now.size || old.modified !== now.modified) count(to.changed, now);
  else if (old.inode !== now.inode) count(to.replaced, now);
}

function next(rows: Iterator<IndexRow>): IndexRow | undefined {
  const step = rows.next();
  return step.done ? undefined : step.value;
}

/** Change and growth in the form in which a workload states them, a day. */
export interface ChangeRates {
  /** Share of the bytes that differs after one day, without growth; at most 1. */
  readonly changePerDay: number;
  /** Bytes by which the directory grows in a day; negative if it shrinks. */
  readonly growthPerDay: number;
}

/**
 * Share of the bytes that differs between two walks, without growth; at most 1. It is what changes
 * from run to run where runs come as often as the walks did.
 *
 * @returns undefined if the directory was empty before.
 * @example
 * // Of 1000 bytes 300 were changed and 200 removed, and 100 were added.
 * changedShare(change) // 0.4
 */
export function changedShare({ before, after, added, changed }: Change): number | undefined {
  if (before.bytes === 0) return undefined;
  const growth = after.bytes - before.bytes;
  const rewritten = Math.max(0, added.bytes + changed.bytes - Math.max(0, growth));
  return Math.min(1, rewritten / before.bytes);
}

const DAY = 86_400;

// Rates from a shorter interval would only be guesses about the rest of the day.
const LEAST_SECONDS = 60;

/**
 * Derives daily rates from a measured change.
 *
 * A backup has to copy added + changed. The net increase of the directory is growth, because a
 * workload's growth is copied on top of its change; the rest is change. A file that changed on
 * several days counts once, so the share s that differs after some days is that of uniform change,
 * `1 - (1 - p)^days`, which is solved for p: a scenario with `per-day: p` reproduces s. If the same
 * files change every day, p is a lower bound. If all bytes changed, p is 1 and an upper bound.
 *
 * @param seconds time between the two walks.
 * @returns undefined if the walks are less than a minute apart or the directory was empty before.
 */
export function changeRates(change: Change, seconds: number): ChangeRates | undefined {
  if (seconds < LEAST_SECONDS || change.before.bytes === 0) return undefined;
  const days = seconds / DAY;
  const share = changedShare(change) ?? 0;
  return {
    changePerDay: -Math.expm1(Math.log1p(-share) / days),
    growthPerDay: (change.after.bytes - change.before.bytes) / days,
  };
}
