/**
 * Duration of a job that runs alone. See docs/model.md, section "A job". The simulation computes
 * how concurrent jobs share resources; for a single job it agrees with these formulas.
 */

/** One stage that each byte of a move passes. */
export interface Stage {
  readonly name: string;
  /** seconds per source byte; 1 / R for a stage of R bytes a second */
  readonly secondsPerByte: number;
}

/** Duration of a move, and its bottleneck. */
export interface MoveTime {
  readonly seconds: number;
  /** name of the slowest stage, the first if several are equal; `none` without stages */
  readonly bottleneck: string;
}

/**
 * Duration of a move that runs alone. On a pipelined path all stages work at the same time and the
 * slowest sets the rate; on a staged path (store and forward) each stage waits for the previous
 * one, and times add up. Moving 0 bytes takes no time, even through a stage with rate 0.
 *
 * @param bytes source bytes that are moved
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

/** The parts of a job that runs alone, in order, in seconds. */
export interface JobTerms {
  /** fixed time at the beginning: session, mount */
  readonly prepare: number;
  /** finding changes */
  readonly scan: number;
  /** moving the bytes, see `moveTime` */
  readonly move: number;
  /** propagation delay of one or more traversals, independent of the bytes */
  readonly latency: number;
  /** work inside the store: synthetic full, merge, reverse increment */
  readonly transform: number;
  /** verification afterwards; 0 if it is a stage of the move */
  readonly verify: number;
  /** catalogue, pruning, compaction */
  readonly finish: number;
}

/**
 * Duration of a job that runs alone: the sum of its parts, in seconds.
 *
 * @example
 * jobTime({ prepare: 0, scan: 0, move: 10000, latency: 0.005, transform: 0, verify: 10000, finish: 0 })
 * // 20000.005
 */
export function jobTime(terms: JobTerms): number {
  const { prepare, scan, move, latency, transform, verify, finish } = terms;
  return prepare + scan + move + latency + transform + verify + finish;
}
