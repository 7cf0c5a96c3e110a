/**
 * Checkpoints on several levels, from fast copies that survive few failures to slow copies that
 * survive nearly all. Times in seconds, rates a second. See docs/model.md, section "Checkpoints".
 */

import type { Waste } from './checkpoint.ts';
import { dalyInterval, wasted, youngInterval } from './checkpoint.ts';

/** A level: one place where checkpoints are saved. */
export interface Level {
  /** Seconds for which a save blocks the run. */
  readonly save: number;
  /** Seconds for which an asynchronous save is still being written afterwards; 0 for others. */
  readonly persist: number;
  /** Seconds to restore from this level. */
  readonly restore: number;
  /** Seconds between saves; null for the interval that loses least. */
  readonly every: number | null;
  /** Indices of the failures that its copies survive. */
  readonly survives: readonly number[];
}

/** The results for a level. */
export interface LevelAnswer {
  /** Failures a second that are restored from this level: the cheapest that survives them. */
  readonly rate: number;
  /** Seconds between saves; Infinity if no failure needs the level. */
  readonly interval: number;
  /** Seconds between saves by Young's and by Daly's formula. */
  readonly young: number;
  readonly daly: number;
  /** Mean seconds of work that are repeated after such a failure. */
  readonly lostWork: number;
  /** Shares of the run's time spent on saving, on repeated work and on restoring. */
  readonly saving: number;
  readonly redoing: number;
  readonly restoring: number;
}

/**
 * The intervals and costs of all levels. Each failure is restored from the first level, from fast
 * to slow, that survives it: `waste = sum of C_i/T_i + sum over failures j of rate_j * (T_i(j)/2 +
 * P_i(j) + R_i(j))`. It is least with `T_i = sqrt(2 * C_i / rate_i)`, where rate_i is the rate of
 * the failures whose first surviving level is i. Derived from Young's interval level by level;
 * Moody et al., SCR, SC 2010, model the same levels as a Markov chain.
 *
 * @param rates failures a second, by kind; failures that no level survives are not counted.
 * @param restart seconds from a failure until the restore begins.
 * @example
 * const memory = { save: 3, persist: 0, restore: 3, every: null, survives: [0] };
 * const store = { save: 200, persist: 0, restore: 200, every: null, survives: [0, 1] };
 * checkpointLevels([memory, store], [9e-5, 1e-6]).levels[1].interval // 20 000 s
 */
export function checkpointLevels(levels: readonly Level[], rates: readonly number[], restart = 0) {
  const met = levels.map(() => 0);
  for (const [failure, rate] of rates.entries()) {
    const level = levels.findIndex(({ survives }) => survives.includes(failure));
    if (level >= 0) met[level] = (met[level] as number) + rate;
  }
  const answers = levels.map((level, index) => answerOf(level, met[index] as number, restart));
  const share = answers.reduce(
    (sum, { saving, redoing, restoring }) => sum + saving + redoing + restoring,
    0,
  );
  return { levels: answers, waste: wasted(share) } satisfies {
    levels: readonly LevelAnswer[];
    waste: Waste;
  };
}

function answerOf(level: Level, rate: number, restart: number): LevelAnswer {
  const { save, persist, restore, every } = level;
  const mtbf = 1 / rate;
  const [young, daly] =
    rate > 0 ? [youngInterval(save, mtbf), dalyInterval(save, mtbf)] : [Infinity, Infinity];
  // A copy is complete before the next one begins, and a save ends before the next one starts.
  const interval = Math.max(every ?? young, persist, save);
  const lostWork = interval / 2 + persist;
  return {
    rate,
    interval,
    young,
    daly,
    lostWork,
    saving: save / interval,
    redoing: rate > 0 ? rate * lostWork : 0,
    restoring: rate * (restart + restore),
  };
}
