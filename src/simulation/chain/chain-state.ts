import type { Rows } from './rows.ts';

/**
 * A copy of the files of one chain at one instant, with the reasons why each stays; for reports.
 */
export interface ChainState {
  readonly rows: Rows;
  readonly archiveFulls: Rows;
  /** Reason bits by row (see `retention.ts`). */
  readonly why: Int32Array;
  /** By row: 1 + the index of the kept point that needs it; 0 if none does. */
  readonly need: Int32Array;
}
