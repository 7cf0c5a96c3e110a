/**
 * How often a training run should save its state, and the time lost to saves and failures. Times in
 * seconds, shares 0 to 1. See docs/model.md, section "Checkpoints".
 */

/**
 * Mean time between failures of a run that stops when any of its nodes fails: `1 / (nodes *
 * failures)`. Infinite if nothing fails. Source: Kokolis et al., Revisiting Reliability in
 * Large-Scale Machine Learning Research Clusters, HPCA 2025.
 *
 * @param nodes number of nodes that the run needs at the same time
 * @param failures failures of one node a second
 * @example meanTimeBetweenFailures(2048, 6.5e-3 / 86400) // 6490 s: 1.8 h on 16 384 GPUs
 */
export function meanTimeBetweenFailures(nodes: number, failures: number): number {
  return 1 / (nodes * failures);
}

/**
 * The work between saves that loses least time, to first order: `sqrt(2 * save * mtbf)`.
 * Source: Young, A First Order Approximation to the Optimum Checkpoint Interval, CACM 1974.
 *
 * @param save seconds for which a save blocks the run
 * @param mtbf mean seconds between failures
 * @example youngInterval(2.645, 11124) // 242.6: every 4 minutes
 */
export function youngInterval(save: number, mtbf: number): number {
  return Math.sqrt(2 * save * mtbf);
}

/**
 * The same to higher order, for saves that are not short compared with the time between failures:
 * `sqrt(2CM) * (1 + sqrt(C/2M)/3 + (C/2M)/9) - C`, and M where C reaches 2M. Source: Daly, A Higher
 * Order Estimate of the Optimum Checkpoint Interval, FGCS 2006 (unverified).
 *
 * @param save seconds for which a save blocks the run (C)
 * @param mtbf mean seconds between failures (M)
 * @example dalyInterval(2.645, 11124) // 240.8
 */
export function dalyInterval(save: number, mtbf: number): number {
  if (save >= 2 * mtbf) return mtbf;
  const ratio = save / (2 * mtbf);
  return youngInterval(save, mtbf) * (1 + Math.sqrt(ratio) / 3 + ratio / 9) - save;
}
