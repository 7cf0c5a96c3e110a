/**
 * How long many cartridges take on a few drives, and how a recall depends on its order. See
 * docs/model.md, section "Tape".
 */

/** A job over many cartridges. All drives work at once and share the bytes evenly. */
export interface TapeJob {
  /** native bytes that are written or read */
  readonly bytes: number;
  /** cartridges they are on, 1 or more */
  readonly cartridges: number;
  /** of these, new ones that are written for the first time */
  readonly blanks: number;
  /** drives that work at once, 1 or more */
  readonly drives: number;
  /** bytes a second of one drive, see `tapePace` */
  readonly rate: number;
  /** seconds of one cartridge beside its bytes: mount and dismount */
  readonly handling: number;
  /** seconds that a new cartridge takes more */
  readonly initialisation: number;
}

/**
 * How often every drive takes a cartridge: `cartridges / drives`, rounded up.
 *
 * @example tapeWaves(612, 8) // 77
 */
export function tapeWaves(cartridges: number, drives: number): number {
  return Math.ceil(cartridges / drives);
}

/**
 * Seconds of the job: `waves * handling + waves of blanks * initialisation + bytes / (drives at work
 * * rate)`. No more drives work than there are cartridges. One robot serves all drives without a
 * queue, an assumption.
 *
 * @example
 * tapeJobSeconds({ bytes: 36e12, cartridges: 2, blanks: 0, drives: 4, rate: 400e6, handling: 250, initialisation: 0 })
 * // 45250: each of two drives writes one cartridge
 */
export function tapeJobSeconds(job: TapeJob): number {
  const { bytes, cartridges, blanks, drives, rate, handling, initialisation } = job;
  if (cartridges === 0) return 0;
  const atWork = Math.min(drives, cartridges);
  return (
    tapeWaves(cartridges, drives) * handling +
    tapeWaves(blanks, drives) * initialisation +
    (bytes === 0 ? 0 : bytes / (atWork * rate))
  );
}

/** Files that are recalled from one cartridge on one drive. */
export interface Recall {
  readonly files: number;
  /** bytes of all of them together */
  readonly bytes: number;
  /** seconds from one file to another that lies anywhere, on average */
  readonly locate: number;
  /** native bytes a second */
  readonly rate: number;
}

/**
 * Seconds to recall files in the order in which they are asked for: one locate each.
 *
 * @example randomRecallSeconds({ files: 1000, bytes: 0, locate: 65, rate: 300e6 }) // 65000: 18 h
 */
export function randomRecallSeconds({ files, bytes, locate, rate }: Recall): number {
  return files * locate + bytes / rate;
}

/**
 * Seconds at most to recall them in the order in which they lie: no longer than one pass over the
 * whole cartridge, and no longer than in any order.
 *
 * @param capacity native bytes of the cartridge
 * @example sortedRecallSeconds({ files: 1000, bytes: 0, locate: 65, rate: 300e6 }, 18e12) // 60000: 17 h
 */
export function sortedRecallSeconds(recall: Recall, capacity: number): number {
  return Math.min(capacity / recall.rate, randomRecallSeconds(recall));
}

/**
 * Bytes a second at which one of several streams comes back that were written interleaved: the
 * drive reads them all. Source: documentation of NetBackup and Cohesity, streams 1 to 32.
 *
 * @param rate bytes a second of the drive
 * @param streams streams that were interleaved, 1 or more
 * @example multiplexedRestoreRate(300e6, 4) // 75e6
 */
export function multiplexedRestoreRate(rate: number, streams: number): number {
  return rate / streams;
}
