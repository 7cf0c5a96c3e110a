import {
  type Chain,
  free,
  noteGone,
  noteGrown,
  noteReplaced,
  noteRewritten,
  noteTakenOver,
  resize,
} from './chain.ts';
import { bytesOfClone } from './clone.ts';
import { INCREMENT, REPLICA_DISK, REPLICA_SNAPSHOT, SYNTHETIC_FULL } from './kinds.ts';
import { remove } from './remove-row.ts';
import { at, BYTES, kindAt, placeOf, RUN, reasonsAt, SOURCE, setKind, TIME } from './rows.ts';
import { shiftWindows } from './sliding.ts';
import type { Windows } from './windows.ts';

/**
 * Merges the oldest increment into the full, repeatedly, while no rule keeps the full. The full
 * takes the increment's time and the size of a full at that time.
 */
export function mergeOldest(chain: Chain): void {
  const { rows } = chain;
  const { why } = chain.work;
  while (rows.count > 1 && why[0] === 0 && isPart(kindAt(rows, 1))) {
    mergeOne(chain);
    why.copyWithin(0, 1, rows.count + 1);
  }
}

/**
 * The same as `mergeOldest` where the reasons are kept in the rows. The full takes over the reasons
 * of the increment with its place.
 */
export function mergeUnkept(chain: Chain, windows: Windows): void {
  const { rows } = chain;
  while (rows.count > 1 && reasonsAt(rows, 0) === 0 && isPart(kindAt(rows, 1))) {
    rows.reasons[placeOf(rows, 0)] = reasonsAt(rows, 1);
    mergeOne(chain);
    shiftWindows(windows, 1);
  }
}

/** Relative tolerance: sizes within it differ by rounding alone. */
const ROUNDING = 1 + 1e-9;

/**
 * Merges row 1, an increment, into row 0, whatever the rules keep. Row 0 becomes the point of row
 * 1. A replica disk keeps its kind; any other full becomes a synthetic full. The chain must have at
 * least two rows.
 */
export function mergeOne(chain: Chain): void {
  const { rows, sizes } = chain;
  const { data } = rows;
  const full = at(rows, 0);
  const increment = at(rows, 1);
  const spent = data[full + RUN] as number;
  const old = data[full + BYTES] as number;
  const merged = data[increment + BYTES] as number;
  const gone = { time: data[full + TIME] as number, run: spent };
  for (let column = TIME; column <= SOURCE; column++) {
    data[full + column] = data[increment + column] as number;
  }
  if (kindAt(rows, 0) !== REPLICA_DISK) setKind(rows, 0, SYNTHETIC_FULL);
  const source = data[full + SOURCE] as number;
  const bytes = chain.clones ? bytesOfClone(chain, rows, 0) : sizes.full(source);
  // In an object store the blocks of the increment replace as many bytes of the full; `stays`
  // remain.
  const stays = Math.min(old, Math.max(0, bytes - merged));
  // A full may grow by more than the increment. The additional bytes are written now, so the
  // increment's segment is closed and begins anew.
  if (bytes - stays > merged * ROUNDING) noteRewritten(chain, data[full + RUN] as number, merged);
  const next = { time: data[full + TIME] as number, run: data[full + RUN] as number, source };
  noteTakenOver(chain, next.run, spent, old, stays);
  noteReplaced(chain, gone, null, next, old - stays);
  if (bytes - stays > merged * ROUNDING) noteGrown(chain, next.run, bytes - stays);
  noteGone(chain, spent);
  resize(chain, rows, 0, bytes);
  chain.moved += merged;
  free(chain, merged);
  remove(rows, 1);
}

const isPart = (kind: number): boolean => kind === INCREMENT || kind === REPLICA_SNAPSHOT;
