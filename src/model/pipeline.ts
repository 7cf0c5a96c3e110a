/**
 * How long a lone job takes. See docs/model.md, section "A job". Jobs that run together share
 * what they use; the simulation takes care of that and, for one job, gives these same times.
 */

/** One step that every byte of a move passes. */
export interface Stage {
  readonly name: string;
  /** seconds for one byte of the source; a stage at R bytes a second has 1 / R */
  readonly secondsPerByte: number;
}

/** What a move takes and what it is limited by. */
export interface MoveTime {
  readonly seconds: number;
  /** name of the slowest stage, the first of equals; `none` where there is no stage */
  readonly bottleneck: string;
}

/**
 * The time of a lone move. On a pipelined path all stages work at once and the slowest sets the
 * pace; on a staged one (store and forward) each waits for the one before, and the times add up.
 * Nothing to move takes no time, even through a stage that stands still.
 *
 * @param bytes bytes of the source that are moved
 * @example
 * moveTime(1e13, [{ name: 'read', secondsPerByte: 5e-10 }, { name: 'link', secondsPerByte: 1e-9 }], 'pipelined')
 * // { seconds: 10000, bottleneck: 'link' }
 */
export function moveTime(
  bytes: number,
  stages: readonly Stage[],
  path: 'pipelined' | 'staged',
): MoveTime {
  let bottleneck = 'none';
  let slowest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const { name, secondsPerByte } of stages) {
    sum += secondsPerByte;
    if (secondsPerByte > slowest) {
      slowest = secondsPerByte;
      bottleneck = name;
    }
  }
  const perByte = path === 'staged' ? sum : Math.max(0, slowest);
  return { seconds: bytes === 0 ? 0 : bytes * perByte, bottleneck };
}

/** The parts of a lone job, in the order in which they happen; all in seconds. */
export interface JobTerms {
  /** before anything is looked at: session, mount, fixed costs */
  readonly prepare: number;
  /** finding out what changed */
  readonly scan: number;
  /** moving the bytes, see `moveTime` */
  readonly move: number;
  /** the signal's way, once or more, whatever the bytes */
  readonly latency: number;
  /** work inside the store: synthetic full, merge, reverse increment */
  readonly transform: number;
  /** checking afterwards; 0 where the check is a stage of the move */
  readonly verify: number;
  /** catalogue, pruning, compaction */
  readonly finish: number;
}

/**
 * Seconds of a lone job: its parts one after the other.
 *
 * @example
 * jobTime({ prepare: 0, scan: 0, move: 10000, latency: 0.005, transform: 0, verify: 10000, finish: 0 })
 * // 20000.005
 */
export function jobTime(terms: JobTerms): number {
  const { prepare, scan, move, latency, transform, verify, finish } = terms;
  return prepare + scan + move + latency + transform + verify + finish;
}
