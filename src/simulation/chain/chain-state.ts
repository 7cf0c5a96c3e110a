import type { Rows } from './rows.ts';

/** Files of one chain at one moment, for reports: rows as in `chain/rows.ts`. */
export interface ChainState {
  readonly rows: Rows;
  readonly archiveFulls: Rows;
  readonly why: Int32Array;
  readonly need: Int32Array;
}
