/**
 * An asynchronous save: seconds for which it blocks the run, the shortest interval (a copy is
 * complete before the next begins), and the most work at risk for an interval, which includes the
 * time of a save that is not complete. Source: Mohan, Phanishayee and Chidambaram, CheckFreq, FAST
 * 2021; derived.
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
 * Lower bound of the probability that a state survives in the memory of other machines when `lost`
 * machines fail at once, where groups of `replicas` machines hold each state: `1 - (N/m) * C(N-m,
 * k-m) / C(N, k)`. It is 1 if fewer machines fail than there are replicas. Source: Wang et al.,
 * Gemini, SOSP 2023 (form unverified).
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

/** The two phases of an asynchronous save, in seconds. */
export interface TwoPhase {
  /** Time to copy the state to memory that the next step does not change. */
  readonly snapshot: number;
  /** Part of that time that overlaps with computing. */
  readonly overlap?: number;
  /** Time to write the copy to storage while the run continues. */
  readonly persist: number;
}

/**
 * How a run saves and restores its state. `persist` is the time for which a copy is still being
 * written after the save no longer blocks the run; a failure in that time falls back to the
 * previous copy.
 */
export interface Saving {
  readonly save: number;
  readonly interval: number;
  readonly mtbf: number;
  readonly restore: number;
  readonly persist?: number;
}

/**
 * Share of a run's time that moves it forward, on one tier: `T / [M * exp((R + P) / M) * (exp((T +
 * C) / M) - 1)]`. Source: Daly, A Higher Order Estimate of the Optimum Checkpoint Interval, FGCS
 * 2006; P, which an asynchronous save still has to write, is derived: attempts that succeed with
 * chance p and are undone with chance 1 - exp(-P/M) gain p * exp(-P/M) intervals each.
 *
 * @example
 * effectiveShare({ save: 50, interval: 100, mtbf: 100, restore: 50 }) // 100 / 574.03 = 0.174
 */
export const effectiveShare = ({ save, interval, mtbf, restore, persist = 0 }: Saving): number =>
  interval / (mtbf * Math.exp((restore + persist) / mtbf) * Math.expm1((interval + save) / mtbf));

/**
 * Share of a run's time spent on saves, on repeated work and on restores, to first order: `C/T +
 * T/(2M) + P/M + R/M`. Failures are spread evenly over an interval, and none hits a save or a
 * restore. It is one less `1 - N*r*(u0 + T/2) - C/T`, the effective training time ratio of Kokolis
 * et al. (form unverified), with N*r = 1/M and the time u0 until work resumes as `restore`.
 *
 * @example
 * firstOrderWaste({ save: 52.9, interval: 1085, mtbf: 11124, restore: 52.9 }) // 0.102
 */
export const firstOrderWaste = ({ save, interval, mtbf, restore, persist = 0 }: Saving): number =>
  save / interval + (interval / 2 + persist + restore) / mtbf;
