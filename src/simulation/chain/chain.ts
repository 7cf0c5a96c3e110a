import { newArena } from '../arena.ts';
import type { History } from './history.ts';
import type { Rules } from './retention.ts';
import { at, BYTES, emptyRows, type Rows, SPACE } from './rows.ts';
import { inherit, logShare, type Segments } from './segments.ts';
import { type Shelf, unshelve } from './shelf.ts';
import { newWindows, slides, type Windows } from './windows.ts';

/** What a chain asks about sizes; all bytes are as they lie in the store. */
export interface Sizes {
  /** A full of a source of so many bytes. */
  full(source: number): number;
  /** What differs between two runs, given by their instants and numbers, for a source of that size. */
  between(fromTime: number, fromRun: number, toTime: number, toRun: number, source: number): number;
  /** The share of a full that is new after so many whole days, where blocks can be shared. */
  newShare(days: number): number;
}

/** The restore points of one workload in one store, and the books on their bytes. */
export interface Chain {
  readonly rows: Rows;
  /** GFS fulls that were set aside. */
  readonly archiveFulls: Rows;
  readonly rules: Rules;
  readonly sizes: Sizes;
  /** Slots of the GFS rules weekly, monthly, quarterly, yearly. */
  readonly gfs: readonly number[];
  readonly style: 'forward' | 'reverse' | 'copy' | 'replica' | 'dedup';
  /** Whether increments are merged into the full because no other full will come. */
  readonly merges: boolean;
  readonly clones: boolean;
  /** Reason bits by row, from a review of the chain to that of the next one: all share this room. */
  why: Int32Array;
  /** By row: 1 + the index of the kept point that needs it; 0 where none does. Shared likewise. */
  need: Int32Array;
  /** Rows that neither rules nor needs keep, as `markNeeded` found them. */
  spare: number;
  /** Rows that hold everything by themselves. */
  fulls: number;
  /** Where the rules end, if they slide as points come, and the serial that was next when they did. */
  readonly windows: Windows | null;
  seen: number;
  serial: number;
  stored: number;
  /** The most that was stored during the last change, before it gave anything back. */
  high: number;
  taken: number;
  freed: number;
  /** When its points came and went, where somebody asks for it, and the present instant. */
  readonly history: History | null;
  now: number;
  /** The cartridges that its points lie on, where its store is a tape library. */
  readonly shelf: Shelf | null;
  /** What its points were billed for, where its store is an object store. */
  readonly segments: Segments | null;
  /** Bytes that the last retention merged, or copied to set a full aside. */
  moved: number;
}

/** What is settled about a chain before its first run. */
export type ChainOptions = Pick<
  Chain,
  'rules' | 'sizes' | 'gfs' | 'style' | 'merges' | 'clones' | 'history' | 'shelf' | 'segments'
>;

const NONE = new Int32Array();

/** Fulls set aside for which there is space at first. */
const ASIDE = 8;

/**
 * The words for styles as they stand here: those of a plan that was sent to a thread are copies,
 * which would be compared letter by letter.
 */
const STYLES: { readonly [style in Chain['style']]: style } = {
  forward: 'forward',
  reverse: 'reverse',
  copy: 'copy',
  replica: 'replica',
  dedup: 'dedup',
};

/**
 * Written out field by field: a spread gives an object that the inner loop reads slowly.
 *
 * @param space rows for which there is space at first.
 */
export const emptyChain = (
  { rules, sizes, gfs, style, merges, clones, history, shelf, segments }: ChainOptions,
  arena = newArena(),
  space = SPACE,
): Chain => ({
  rules,
  sizes,
  gfs,
  style: STYLES[style],
  merges,
  clones,
  rows: emptyRows(space, arena),
  archiveFulls: emptyRows(Math.min(space, ASIDE), arena),
  why: NONE,
  need: NONE,
  spare: 0,
  fulls: 0,
  windows:
    (style === 'dedup' || (style === 'forward' && !merges)) && slides(rules)
      ? newWindows(rules)
      : null,
  seen: 0,
  serial: 0,
  stored: 0,
  high: 0,
  taken: 0,
  freed: 0,
  moved: 0,
  history,
  now: 0,
  shelf,
  segments,
});

/** Books bytes that the store has taken in. */
export function take(chain: Chain, bytes: number): void {
  chain.taken += bytes;
  chain.stored += bytes;
  if (chain.stored > chain.high) chain.high = chain.stored;
}

/** Books bytes that the store has given back. */
export function free(chain: Chain, bytes: number): void {
  chain.freed += bytes;
  chain.stored -= bytes;
}

/** Notes that the point of a run, with what it took in the store, is there no more; 0 bytes: they stay. */
export function noteGone({ history, now, shelf, segments }: Chain, run: number, bytes = 0): void {
  if (segments) logShare(segments, run, now, bytes);
  if (history) history.gone[run] = now;
  if (shelf) unshelve(shelf, run);
}

/** Notes that what the point of a run took is written anew, as part of a full. */
export function noteRewritten({ segments, now }: Chain, run: number, bytes: number): void {
  if (!segments) return;
  logShare(segments, run, now, bytes);
  segments.written[run] = now;
  segments.inherited[run] = 0;
}

/**
 * Notes that of the bytes of an older point some go now, and that the point of a run takes over the
 * others: they stay, and are as old as they were.
 *
 * @param bytes all that the older point took.
 */
export function noteTakenOver(
  { segments, now }: Chain,
  run: number,
  older: number,
  bytes: number,
  taken: number,
): void {
  if (!segments || bytes === 0) return;
  logShare(segments, older, now, bytes, 1 - taken / bytes);
  inherit(segments, run, older, bytes, taken / bytes);
  segments.written[older] = now;
  segments.inherited[older] = 0;
}

/** Changes the size of a row in place. */
export function resize(chain: Chain, rows: Rows, index: number, bytes: number): void {
  const offset = at(rows, index) + BYTES;
  const change = bytes - (rows.data[offset] as number);
  rows.data[offset] = bytes;
  if (change > 0) take(chain, change);
  else free(chain, -change);
}
