import { type Chain, free, noteGone, noteRewritten, noteTakenOver, resize } from './chain.ts';
import { bytesOfClone } from './clone.ts';
import { INCREMENT, REPLICA_DISK, REPLICA_SNAPSHOT, SYNTHETIC_FULL } from './kinds.ts';
import { remove } from './remove-row.ts';
import { at, BYTES, kindAt, RUN, SOURCE, setKind, TIME } from './rows.ts';

/**
 * Merges the oldest increment into the full as long as no rule keeps the full: the full takes over
 * the increment's time and is as large as a full of that time.
 */
export function mergeOldest(chain: Chain): void {
  const { rows, why } = chain;
  while (rows.count > 1 && why[0] === 0 && isPart(kindAt(rows, 1))) {
    mergeOne(chain);
    why.copyWithin(0, 1, rows.count + 1);
  }
}

/** By how much sizes differ by rounding alone. */
const LAGS = 1 + 1e-9;

/**
 * Merges the second row into the first, whatever the rules say. A replica disk stays one; any other
 * full becomes a synthetic one. Needs two rows.
 */
export function mergeOne(chain: Chain): void {
  const { rows, sizes } = chain;
  const { data } = rows;
  const full = at(rows, 0);
  const increment = at(rows, 1);
  const spent = data[full + RUN] as number;
  const old = data[full + BYTES] as number;
  const merged = data[increment + BYTES] as number;
  for (let column = TIME; column <= SOURCE; column++) {
    data[full + column] = data[increment + column] as number;
  }
  if (kindAt(rows, 0) !== REPLICA_DISK) setKind(rows, 0, SYNTHETIC_FULL);
  const source = data[full + SOURCE] as number;
  const bytes = chain.clones ? bytesOfClone(chain, rows, 0) : sizes.full(source);
  // In an object store the blocks of the increment take the place of others: the rest stays.
  const stays = Math.min(old, Math.max(0, bytes - merged));
  // What neither had, since the full lagged behind, is written with the increment's part now.
  if (bytes - stays > merged * LAGS) noteRewritten(chain, data[full + RUN] as number, merged);
  noteTakenOver(chain, data[full + RUN] as number, spent, old, stays);
  noteGone(chain, spent);
  resize(chain, rows, 0, bytes);
  chain.moved += merged;
  free(chain, merged);
  remove(rows, 1);
}

const isPart = (kind: number): boolean => kind === INCREMENT || kind === REPLICA_SNAPSHOT;
