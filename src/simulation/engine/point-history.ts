import type { Chain } from '../chain/chain.ts';
import type { History } from '../chain/history.ts';
import {
  DEDUP_POINT,
  DIFFERENTIAL,
  INCREMENT,
  REPLICA_SNAPSHOT,
  REVERSE_INCREMENT,
} from '../chain/kinds.ts';
import { BYTES, cell, kindAt, RUN, SOURCE } from '../chain/rows.ts';
import { leavesAt } from '../plan/vault.ts';
import type { Protection } from './protection.ts';
import type { State } from './state.ts';

/**
 * Records when the point just made becomes usable and what its restore reads: itself, plus what the
 * previous point needs for an increment, or what the full needs for a differential. Points of style
 * reverse need more with every later run: see `aftermath/reverse-reads.ts`.
 */
export function recordPoint(
  { base, now, plan }: State,
  protection: Protection,
  history: History,
): void {
  const { job, chain, policy, sizes } = protection;
  const { rows } = chain;
  const kind = kindAt(rows, rows.count - 1);
  const own = cell(rows, rows.count - 1, BYTES);
  const before =
    kind === DIFFERENTIAL
      ? protection.lastFullRun
      : kind === INCREMENT || kind === REPLICA_SNAPSHOT
        ? protection.lastRun
        : -1;
  const { run } = job;
  history.time[run] = job.time;
  const vault = plan.stores[policy.store]?.vault ?? null;
  history.usable[run] = vault ? leavesAt(vault, base + now) + vault.out : base + now;
  history.source[run] = job.source;
  const isWhole = before < 0;
  history.reads[run] = isWhole ? sizes.full(job.source) : own + (history.reads[before] as number);
  history.filesNeeded[run] = isWhole ? 1 : 1 + (history.filesNeeded[before] as number);
  if (chain.style === 'reverse') recordLeft(chain, history);
  if (!isWhole && (chain.merges || chain.style === 'copy' || chain.style === 'replica')) {
    recordMerged(chain, history, run);
  }
  if (history.own.length > 0) {
    // A point of a pool has most of its bytes from the one before.
    const shares = kind === DEDUP_POINT && protection.runs > 0;
    history.own[run] = isWhole && !shares ? (history.reads[run] as number) : own;
    history.before[run] = shares ? protection.lastRun : before;
  }
}

/**
 * Style reverse: the full has moved to the new point and left a reverse increment in its old place.
 */
function recordLeft({ rows }: Chain, history: History): void {
  if (history.left.length === 0) {
    history.left = new Float64Array(history.time.length).fill(Number.NaN);
  }
  const before = rows.count - 2;
  if (before < 0 || kindAt(rows, before) !== REVERSE_INCREMENT) return;
  history.left[cell(rows, before, RUN)] = cell(rows, before, BYTES);
}

/** Where the oldest increments are merged into the full, a restore reads the chain that is left. */
function recordMerged({ rows, sizes }: Chain, history: History, run: number): void {
  let bytes = 0;
  let row = rows.count - 1;
  for (; row >= 0; row--) {
    const kind = kindAt(rows, row);
    const isPart = kind === INCREMENT || kind === REPLICA_SNAPSHOT;
    bytes += isPart ? cell(rows, row, BYTES) : sizes.full(cell(rows, row, SOURCE));
    if (!isPart) break;
  }
  history.reads[run] = bytes;
  history.filesNeeded[run] = rows.count - Math.max(0, row);
}
