/**
 * How often a training run should save its state, and what saving and failing cost it. Times in
 * seconds, shares 0 to 1. See docs/model.md, section "Checkpoints".
 */

/**
 * Mean time between failures of a run that stands still when any of its nodes fails:
 * `1 / (nodes * failures)`. Infinite where nothing fails. Source: Kokolis et al., Revisiting
 * Reliability in Large-Scale Machine Learning Research Clusters, HPCA 2025.
 *
 * @param nodes nodes that the run needs all at once
 * @param failures failures of one node in a second
 * @example meanTimeBetweenFailures(2048, 6.5e-3 / 86400) // 6490 s: 1.8 h on 16 384 GPUs
 */
export function meanTimeBetweenFailures(nodes: number, failures: number): number {
  return 1 / (nodes * failures);
}

/**
 * The interval between saves that loses least, to first order: `sqrt(2 * save * mtbf)`.
 * Source: Young, A First Order Approximation to the Optimum Checkpoint Interval, CACM 1974.
 *
 * @param save seconds for which a save holds up the run
 * @param mtbf mean seconds between failures
 * @example youngInterval(2.645, 11124) // 242.6: every 4 minutes
 */
export function youngInterval(save: number, mtbf: number): number {
  return Math.sqrt(2 * save * mtbf);
}

/**
 * The same to higher order, for saves that are not short beside the time between failures:
 * `sqrt(2CM) * (1 + sqrt(C/2M)/3 + (C/2M)/9) - C`, and M where C reaches 2M.
 * Source: Daly, A Higher Order Estimate of the Optimum Checkpoint Interval, FGCS 2006 (unverified).
 *
 * @param save seconds for which a save holds up the run (C)
 * @param mtbf mean seconds between failures (M)
 * @example dalyInterval(2.645, 11124) // 240.8
 */
export function dalyInterval(save: number, mtbf: number): number {
  if (save >= 2 * mtbf) return mtbf;
  const ratio = save / (2 * mtbf);
  return youngInterval(save, mtbf) * (1 + Math.sqrt(ratio) / 3 + ratio / 9) - save;
}

/**
 * How a run saves its state and comes back. `persist` is the time after a save holds up the run in
 * which the copy is still under way: a failure then falls back on the copy before it.
 */
export interface Saving {
  readonly save: number;
  readonly interval: number;
  readonly mtbf: number;
  readonly restore: number;
  readonly persist?: number;
}

/** What is lost of a run's time: the share, and whether the run still gets ahead. */
export interface Waste {
  readonly share: number;
  readonly noProgress: boolean;
}

/**
 * Above this the first-order form has left its ground: saves, lost work and restores follow each
 * other so closely that a run cannot be promised to get ahead.
 */
const MOST_WASTE = 0.5;

/** A share of time that is lost, cut at the whole; above one half the run makes no progress. */
export const wasted = (share: number): Waste => ({
  share: Math.min(1, share),
  noProgress: share > MOST_WASTE,
});

/**
 * The share of a run's time that goes into saves, into work that is done again and into restores:
 * `C/T + T/(2M) + P/M + R/M`, P what an asynchronous save still has to write. Derived to first
 * order: failures fall evenly into an interval, and none into a save or a restore.
 *
 * @example
 * waste({ save: 52.9, interval: 1085, mtbf: 11124, restore: 52.9 })
 * // { share: 0.102, noProgress: false }
 */
export function waste({ save, interval, mtbf, restore, persist = 0 }: Saving): Waste {
  return wasted(save / interval + (interval / 2 + persist + restore) / mtbf);
}

/**
 * The share of a run's time that moves it forward, 0 where all is lost. This is the effective
 * training time ratio of Kokolis et al. (form unverified): `1 - N*r*(u0 + T/2) - C/T`, with
 * N*r = 1/M and the time u0 to be back at work as `restore`.
 *
 * @example
 * effectiveShare({ save: 60, interval: 3600, mtbf: 11124, restore: 300 }) // 0.795
 */
export const effectiveShare = (saving: Saving): number => 1 - waste(saving).share;

/** The two parts of an asynchronous save, in seconds. */
export interface TwoPhase {
  /** Copying the state to where it is safe from the next step. */
  readonly snapshot: number;
  /** How much of that copy hides behind computing. */
  readonly overlap?: number;
  /** Writing the copy out while the run goes on. */
  readonly persist: number;
}

/**
 * An asynchronous save: how long it holds up the run, the least interval (one copy is written
 * before the next begins) and the most work at risk with an interval, which a save that is not
 * complete adds to. Source: Mohan, Phanishayee and Chidambaram, CheckFreq, FAST 2021; derived.
 *
 * @example
 * twoPhase({ snapshot: 3, overlap: 2, persist: 53 }).atRisk(600) // 653
 */
export function twoPhase({ snapshot, overlap = 0, persist }: TwoPhase) {
  return {
    blocking: Math.max(0, snapshot - overlap),
    leastInterval: persist,
    atRisk: (interval: number): number => Math.max(interval, persist) + persist,
  };
}

/**
 * A lower bound of the chance that a state is still held in the memory of some machine when
 * `lost` of them fail at once, each state being held by groups of `replicas` machines:
 * `1 - (N/m) * C(N-m, k-m) / C(N, k)`. Fewer lost machines than replicas cannot lose anything.
 * Source: Wang et al., Gemini, SOSP 2023 (form unverified).
 *
 * @example peerMemorySurvival(16, 2, 2) // 0.9333
 */
export function peerMemorySurvival(machines: number, replicas: number, lost: number): number {
  if (lost < replicas) return 1;
  // C(N-m, k-m) / C(N, k) is k/N * (k-1)/(N-1) * ... over m factors.
  let allOfOneGroup = 1;
  for (let i = 0; i < replicas; i++) allOfOneGroup *= (lost - i) / (machines - i);
  return Math.max(0, 1 - (machines / replicas) * allOfOneGroup);
}
