import { rowOf } from '../record.ts';
import { goByDays, type Rules } from './retention.ts';
import { at, BYTES, emptyRows, type Rows } from './rows.ts';

/** What a chain asks about sizes; all bytes are as they lie in the store. */
export interface Sizes {
  /** A full of a source of so many bytes. */
  full(source: number): number;
  /** What differs between two runs, given by their instants and numbers, for a source of that size. */
  between(fromTime: number, fromRun: number, toTime: number, toRun: number, source: number): number;
  /** The share of a full that is new after so many whole days, where blocks can be shared. */
  newShare(days: number): number;
}

const CHAIN = [
  // Rows that neither rules nor needs keep, as `markNeeded` found them.
  'spare',
  // Rows that hold everything by themselves.
  'fulls',
  // The serial that was next at the last retention, and the day until which it foresaw nothing; see
  // `quiet.ts`.
  'seen',
  'quietUntil',
  'serial',
  'stored',
  // The most that was stored during the last change, before it gave anything back.
  'high',
  'taken',
  'freed',
] as const;
export const CHAIN_WIDTH = CHAIN.length;

/** The restore points of one workload in one store, and the books on their bytes. */
export class Chain extends rowOf(CHAIN) {
  readonly rows: Rows = emptyRows();
  /** GFS fulls that were set aside. */
  readonly aside: Rows = emptyRows(8);
  readonly rules: Rules;
  readonly sizes: Sizes;
  /** Slots of the GFS rules weekly, monthly, quarterly, yearly. */
  readonly gfs: readonly number[];
  readonly style: 'forward' | 'reverse' | 'copy' | 'replica' | 'dedup';
  /** Whether increments are merged into the full because no other full will come. */
  readonly merges: boolean;
  readonly clones: boolean;
  /** Whether retention can be foreseen; see `quiet.ts`. */
  readonly foreseeable: boolean;
  /** Reason bits by row after the last retention. */
  why: Int32Array = new Int32Array(64);
  /** By row: 1 + the index of the kept point that needs it; 0 where none does. */
  need: Int32Array = new Int32Array(64);
  constructor(data: Float64Array, base: number, options: ChainOptions) {
    super(data, base);
    this.rules = options.rules;
    this.sizes = options.sizes;
    this.gfs = options.gfs;
    this.style = options.style;
    this.merges = options.merges;
    this.clones = options.clones;
    this.foreseeable = this.style === 'forward' && !this.merges && goByDays(this.rules);
  }
}

type ChainOptions = Pick<Chain, 'rules' | 'sizes' | 'gfs' | 'style' | 'merges' | 'clones'>;

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

/** Changes the size of a row in place. */
export function resize(chain: Chain, rows: Rows, index: number, bytes: number): void {
  const offset = at(rows, index) + BYTES;
  const change = bytes - (rows.data[offset] as number);
  rows.data[offset] = bytes;
  if (change > 0) take(chain, change);
  else free(chain, -change);
}
