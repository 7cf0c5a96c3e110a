import { compareKeys, type IndexRow } from './index-row.ts';

/** Files and their bytes. */
export interface Tally {
  readonly files: number;
  readonly bytes: number;
}

/** What differs between two indexes of one directory. */
export interface Change {
  readonly before: Tally;
  readonly after: Tally;
  readonly added: Tally;
  readonly removed: Tally;
  /** Another size or time; the bytes are the new sizes, as a file-level backup would copy them. */
  readonly changed: Tally;
  /** Same size and time but another inode: put anew, by a restore for example; not in `changed`. */
  readonly replaced: Tally;
}

type Counter = { files: number; bytes: number };
const zero = (): Counter => ({ files: 0, bytes: 0 });

function count(counter: Counter, row: IndexRow): void {
  counter.files += 1;
  counter.bytes += row.size;
}

/**
 * Merges two sorted streams of rows into what was added, removed and changed, holding one row of
 * each. `yieldNow` is awaited now and then on long streams.
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

/** Change as a workload states it, a day. */
export interface ChangeRates {
  /** Share of the bytes that differs after a day, growth apart; at most 1. */
  readonly changePerDay: number;
  /** Bytes by which the directory grows in a day; below 0 where it shrinks. */
  readonly growthPerDay: number;
}

const DAY = 86_400;

// Rates of a shorter time would be guesses about the rest of the day.
const LEAST_SECONDS = 60;

/**
 * Rates from a measured change. What a backup has to carry is added + changed; the part by which
 * the directory became larger is growth, because a workload's growth is carried on top of its
 * change, and the rest is change. A file that changed on several days counts once, so the share s
 * that differs after some days is that of uniform change, `1 - (1 - p)^days`, and is solved for p:
 * a scenario with `per-day: p` replays s. Where the same files change every day, p is a lower
 * bound; where nothing is as it was, p is 1 and an upper bound.
 *
 * @param seconds between the two looks.
 * @returns undefined when they are too close together or nothing was there before.
 */
export function changeRates(change: Change, seconds: number): ChangeRates | undefined {
  if (seconds < LEAST_SECONDS || change.before.bytes === 0) return undefined;
  const days = seconds / DAY;
  const growth = change.after.bytes - change.before.bytes;
  const carried = change.added.bytes + change.changed.bytes;
  const rewritten = Math.max(0, carried - Math.max(0, growth));
  const share = Math.min(1, rewritten / change.before.bytes);
  return {
    changePerDay: -Math.expm1(Math.log1p(-share) / days),
    growthPerDay: growth / days,
  };
}
