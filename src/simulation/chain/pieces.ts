/** What lay in one object store, piece by piece; written when a piece is gone. */
export interface PieceLog {
  born: Float64Array;
  died: Float64Array;
  bytes: Float64Array;
  /** 1: its bytes stay as part of another piece, so nothing was deleted. */
  goesOn: Uint8Array;
  count: number;
}

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
  goesOn: new Uint8Array(64),
  count: 0,
});

/** Writes down a piece that lay there from one instant to another (Infinity: it still does). */
export function logPiece(
  log: PieceLog,
  born: number,
  died: number,
  bytes: number,
  goesOn: 0 | 1 = 0,
): void {
  if (bytes <= 0) return;
  if (log.count === log.born.length) grow(log);
  const at = log.count++;
  log.born[at] = born;
  log.died[at] = died;
  log.bytes[at] = bytes;
  log.goesOn[at] = goesOn;
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
  const flags = new Uint8Array(log.goesOn.length * 2);
  flags.set(log.goesOn);
  log.goesOn = flags;
}
