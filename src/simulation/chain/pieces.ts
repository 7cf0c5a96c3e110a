import { type Room, take } from '../arena.ts';

/** What lay in one object store, piece by piece; written when a piece is gone. */
export interface PieceLog {
  born: Float64Array;
  died: Float64Array;
  bytes: Float64Array;
  count: number;
}

/** The pieces of one chain that lie there now: when each was written, by the number of its run. */
export interface Pieces {
  readonly log: PieceLog;
  readonly born: Float64Array;
  /** Bytes of a point that it has from older ones, and when those were written on average. */
  readonly inherited: Float64Array;
  readonly inheritedBorn: Float64Array;
}

/** The pieces of a chain of so many runs before the first of them. */
export const newPieces = (log: PieceLog, runs: number, room: Room): Pieces => ({
  log,
  born: take(room, runs),
  inherited: take(room, runs),
  inheritedBorn: take(room, runs),
});

/** Pieces that there is room for at once: a job a day leaves as many in a few years. */
const AT_ONCE = 4096;

/** A log with nothing in it. */
export const newPieceLog = (room: Room): PieceLog => ({
  born: take(room, AT_ONCE),
  died: take(room, AT_ONCE),
  bytes: take(room, AT_ONCE),
  count: 0,
});

/** Writes down a piece that lay there from one instant to another (Infinity: it still does). */
export function logPiece(log: PieceLog, born: number, died: number, bytes: number): void {
  if (bytes <= 0) return;
  if (log.count === log.born.length) grow(log);
  const at = log.count++;
  log.born[at] = born;
  log.died[at] = died;
  log.bytes[at] = bytes;
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
}

/**
 * Writes down that a share of what the point of a run takes goes at an instant (Infinity: it is
 * still there at the end): what it has from older points by itself, since it is older.
 *
 * @param bytes all that the point takes.
 */
export function logShare(
  { log, born, inherited, inheritedBorn }: Pieces,
  run: number,
  died: number,
  bytes: number,
  share = 1,
): void {
  const older = Math.min(bytes, inherited[run] as number);
  logPiece(log, inheritedBorn[run] as number, died, older * share);
  logPiece(log, born[run] as number, died, (bytes - older) * share);
}

/**
 * Has the point of a run inherit a share of what an older one takes: the bytes stay where they are,
 * and as old as they are on average.
 *
 * @param bytes all that the older point takes.
 */
export function inherit(
  { born, inherited, inheritedBorn }: Pieces,
  run: number,
  older: number,
  bytes: number,
  share: number,
): void {
  const old = Math.min(bytes, inherited[older] as number);
  const had = inherited[run] as number;
  const all = had + bytes * share;
  if (all === 0) return;
  inheritedBorn[run] =
    (had * (inheritedBorn[run] as number) +
      share * old * (inheritedBorn[older] as number) +
      share * (bytes - old) * (born[older] as number)) /
    all;
  inherited[run] = all;
}
