/** What lay in one object store, piece by piece; written when a piece is gone. */
export interface PieceLog {
  born: Float64Array;
  died: Float64Array;
  bytes: Float64Array;
  /** What became of each: see the constants below. */
  fate: Uint8Array;
  count: number;
}

/** Fate: it was deleted, or is still there. */
export const DELETED = 0;
/** Fate: its bytes stay as part of another piece, so nothing was deleted. */
export const GOES_ON = 1;
/** Fate: blocks that a merge replaced; when they were written is not known, and taken to be long ago. */
export const REPLACED = 2;

/** The pieces of one chain that lie there now: when each was written, by the number of its run. */
export interface Pieces {
  readonly log: PieceLog;
  readonly born: Float64Array;
}

/** A log with nothing in it. */
export const newPieceLog = (): PieceLog => ({
  born: new Float64Array(64),
  died: new Float64Array(64),
  bytes: new Float64Array(64),
  fate: new Uint8Array(64),
  count: 0,
});

/** Writes down a piece that lay there from one instant to another (Infinity: it still does). */
export function logPiece(
  log: PieceLog,
  born: number,
  died: number,
  bytes: number,
  fate: number = DELETED,
): void {
  if (bytes <= 0) return;
  if (log.count === log.born.length) grow(log);
  const at = log.count++;
  log.born[at] = born;
  log.died[at] = died;
  log.bytes[at] = bytes;
  log.fate[at] = fate;
}

function grow(log: PieceLog): void {
  const wider = (values: Float64Array): Float64Array => {
    const all = new Float64Array(values.length * 2);
    all.set(values);
    return all;
  };
  log.born = wider(log.born);
  log.died = wider(log.died);
  log.bytes = wider(log.bytes);
  const flags = new Uint8Array(log.fate.length * 2);
  flags.set(log.fate);
  log.fate = flags;
}
