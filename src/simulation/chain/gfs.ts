/**
 * GFS retention of copies (grandfather, father, son): runs are marked at weekly, monthly, quarterly
 * and yearly moments. When a marked full would be merged away, it is archived instead, and stays
 * for as long as one of its marks is among the newest that its rule keeps.
 */
import { type Chain, free, noteRewritten, take } from './chain.ts';
import { link } from './clone.ts';
import { GFS_FULL, INCREMENT, SYNTHETIC_FULL } from './kinds.ts';
import { mergeOne } from './merge.ts';
import { drop } from './removal.ts';
import { remove } from './remove-row.ts';
import {
  at,
  BASE,
  BYTES,
  cell,
  kindAt,
  MARKS,
  pushCopy,
  RUN,
  SERIAL,
  SOURCE,
  setKind,
  TIME,
} from './rows.ts';

/**
 * Merges the oldest increment into the full, repeatedly, while no rule keeps the full. A full with
 * a GFS mark is archived first; the working full that goes on is a copy of it with the increment.
 */
export function mergeOrArchive(chain: Chain): void {
  const { rows } = chain;
  const { why } = chain.work;
  while (rows.count > 1 && why[0] === 0 && kindAt(rows, 1) === INCREMENT) {
    const marks = cell(rows, 1, MARKS);
    if (cell(rows, 0, MARKS) === 0) mergeOne(chain);
    else archiveFull(chain);
    rows.data[at(rows, 0) + MARKS] = marks;
    why.copyWithin(0, 1, rows.count + 1);
  }
}

function archiveFull(chain: Chain): void {
  const { rows, archiveFulls } = chain;
  const full = at(rows, 0);
  const kept = cell(rows, 0, SERIAL);
  pushCopy(archiveFulls, rows, 0);
  setKind(archiveFulls, archiveFulls.count - 1, GFS_FULL);
  setKind(rows, 0, SYNTHETIC_FULL);
  rows.data[full + SERIAL] = chain.serial++;
  rows.data[full + BASE] = -1;
  // The archived full stays the point that it was. Its copy becomes that of the merged increment.
  const increment = at(rows, 1);
  for (let column = TIME; column <= SOURCE; column++) {
    rows.data[full + column] = rows.data[increment + column] as number;
  }
  noteRewritten(chain, cell(rows, 1, RUN), cell(rows, 1, BYTES));
  if (chain.clones) link(chain, rows, 0, kept);
  else rows.data[full + BYTES] = chain.sizes.full(cell(rows, 0, SOURCE));
  const copied = cell(rows, 0, BYTES);
  take(chain, copied);
  chain.moved += chain.clones ? cell(rows, 1, BYTES) : copied;
  free(chain, cell(rows, 1, BYTES));
  remove(rows, 1);
}

/**
 * Deletes archived fulls that no GFS rule keeps any more. Each rule keeps its newest marked fulls,
 * counted separately; a full stays if one rule keeps it.
 */
export function dropSpentFulls(chain: Chain): void {
  const { archiveFulls } = chain;
  const ranks = [0, 0, 0, 0];
  for (let i = archiveFulls.count - 1; i >= 0; i--) {
    const marks = cell(archiveFulls, i, MARKS);
    let stays = false;
    for (let rule = 0; rule < 4; rule++) {
      if ((marks & (1 << rule)) === 0) continue;
      ranks[rule] = (ranks[rule] as number) + 1;
      if ((ranks[rule] as number) <= (chain.gfs[rule] as number)) stays = true;
    }
    if (!stays) drop(chain, archiveFulls, i);
  }
}

/**
 * The GFS marks of two consecutive runs of a copy. GFS moments are 22:00 on every Sunday, and on
 * the first Sunday of each month, quarter and year. A moment after the earlier run, and not after
 * the later one, marks the run that is closer to it; on a tie, the later one.
 *
 * @param from, to local instants of the two runs in seconds; `from` is -Infinity if `to` is the
 *   first run.
 * @returns marks of the earlier run in bits 0 to 3, marks of the later run in bits 4 to 7.
 */
export function marksOf(from: number, to: number, gfs: readonly number[]): number {
  let marks = 0;
  // 1970-01-04 was a Sunday.
  const first = 3 * DAY + 22 * 3600;
  // The first run has no earlier one, so no moment lies between two runs.
  if (!Number.isFinite(from)) return 0;
  for (let k = Math.floor((from - first) / WEEK) + 1; first + k * WEEK <= to; k++) {
    const moment = first + k * WEEK;
    const toPrevious = moment - from < to - moment;
    marks |= rulesOf(moment, gfs) << (toPrevious ? 0 : 4);
  }
  return marks;
}

const DAY = 86400;
const WEEK = 7 * DAY;

function rulesOf(moment: number, gfs: readonly number[]): number {
  const date = new Date(moment * 1000);
  const firstOfMonth = date.getUTCDate() <= 7;
  const month = date.getUTCMonth();
  const on = [true, firstOfMonth, firstOfMonth && month % 3 === 0, firstOfMonth && month === 0];
  return on.reduce((bits, hit, rule) => bits | (hit && (gfs[rule] ?? 0) > 0 ? 1 << rule : 0), 0);
}
