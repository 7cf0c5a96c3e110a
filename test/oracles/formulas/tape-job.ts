import { tapeWaves } from '../../../src/model/tape-job.ts';

/**
 * Seconds of the job: `waves * handling + waves of blanks * initialisation + bytes / (active drives
 * * rate)`. At most as many drives are active as there are cartridges. Assumes that one robot
 * serves all drives without a queue.
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

/**
 * Upper bound in seconds to recall files in their order on tape: at most one pass over the whole
 * cartridge, and at most as long as in any other order.
 *
 * @param capacity native bytes of the cartridge
 * @example sortedRecallSeconds({ files: 1000, bytes: 0, locate: 65, rate: 300e6 }, 18e12) // 60000: 17 h
 */
export function sortedRecallSeconds(recall: Recall, capacity: number): number {
  return Math.min(capacity / recall.rate, randomRecallSeconds(recall));
}

/** A job over many cartridges. All drives work in parallel and share the bytes evenly. */
export interface TapeJob {
  /** native bytes written or read */
  readonly bytes: number;
  /** number of cartridges, 1 or more */
  readonly cartridges: number;
  /** number of new ones among them, written for the first time */
  readonly blanks: number;
  /** number of drives in parallel, 1 or more */
  readonly drives: number;
  /** bytes a second of one drive, see `tapePace` */
  readonly rate: number;
  /** seconds per cartridge in addition to its bytes: mount and dismount */
  readonly handling: number;
  /** additional seconds for a new cartridge */
  readonly initialisation: number;
}

/** Files to recall from one cartridge on one drive. */
export interface Recall {
  readonly files: number;
  /** bytes of all of them together */
  readonly bytes: number;
  /** mean seconds to locate one file from another */
  readonly locate: number;
  /** native bytes a second */
  readonly rate: number;
}

/**
 * Seconds to recall files in the order of the requests: one locate each.
 *
 * @example randomRecallSeconds({ files: 1000, bytes: 0, locate: 65, rate: 300e6 }) // 65000: 18 h
 */
export function randomRecallSeconds({ files, bytes, locate, rate }: Recall): number {
  return files * locate + bytes / rate;
}
