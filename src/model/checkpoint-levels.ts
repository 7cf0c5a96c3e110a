/**
 * Saves on several levels, from fast copies that few failures leave standing to slow ones that
 * nearly all do. Times in seconds, rates a second. See docs/model.md, section "Checkpoints".
 */
import { dalyInterval, type Waste, wasted, youngInterval } from './checkpoint.ts';

/** A place for saves. */
export interface Level {
  /** Seconds for which a save holds up the run. */
  readonly save: number;
  /** Seconds in which an asynchronous save is still being written; 0 for others. */
  readonly persist: number;
  readonly restore: number;
  /** Seconds between saves; null takes what loses least. */
  readonly every: number | null;
  /** The failures, by index, after which its copies are still there. */
  readonly survives: readonly number[];
}

/** What became of a level. */
export interface LevelAnswer {
  /** Failures a second that this level is the cheapest to bring back from. */
  readonly rate: number;
  /** Seconds between saves; Infinity where no failure needs the level. */
  readonly interval: number;
  readonly young: number;
  readonly daly: number;
  /** Mean seconds of work that are done again after such a failure. */
  readonly lostWork: number;
  /** Shares of the run's time. */
  readonly saving: number;
  readonly redoing: number;
  readonly restoring: number;
}

/**
 * The intervals of all levels and what they cost. Each failure is met by the first level, from
 * cheap to deep, that survives it: `waste = sum of C_i/T_i + sum over failures j of
 * rate_j * (T_i(j)/2 + P_i(j) + R_i(j))`. It is least with `T_i = sqrt(2 * C_i / rate_i)`, rate_i
 * that of the failures which level i and deeper ones survive, but none before. Derived from
 * Young's interval level by level; Moody et al., SCR, SC 2010, model the same levels as a Markov
 * chain.
 *
 * @param rates failures a second, by kind; one that no level survives counts for none.
 * @param restart seconds from a failure until a restore begins.
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
  // A copy is written out before the next begins, and a save is over before the next one starts.
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
