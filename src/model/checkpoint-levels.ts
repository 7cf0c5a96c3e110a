/**
 * Checkpoints on several levels, from fast copies that survive few failures to slow copies that
 * survive nearly all. Times in seconds, rates a second. See docs/model.md, section "Checkpoints".
 */

import { dalyInterval, youngInterval } from './checkpoint.ts';
import { expectedTime, recoveringShares } from './checkpoint-time.ts';

/** A level: one place where checkpoints are saved. */
export interface Level {
  /** Seconds for which a save blocks the run. */
  readonly save: number;
  /** Seconds for which an asynchronous save is still being written afterwards; 0 for others. */
  readonly persist: number;
  /** Seconds to restore from this level. */
  readonly restore: number;
  /** Seconds of work between saves; null for Young's interval. */
  readonly every: number | null;
  /** Indices of the failures that its copies survive. */
  readonly survives: readonly number[];
}

/** The results for a level. */
export interface LevelAnswer {
  /** Failures a second that are restored from this level: the first that survives them. */
  readonly rate: number;
  /** Seconds of work between saves; Infinity if no failure needs the level. */
  readonly interval: number;
  /** Seconds of work between saves by Young's and by Daly's formula. */
  readonly young: number;
  readonly daly: number;
  /** Mean seconds that are spent again after such a failure, to get back to where the run was. */
  readonly lostWork: number;
  /** Shares of the run's time spent on saves, on repeated work and saves, and on restoring. */
  readonly saving: number;
  readonly redoing: number;
  readonly restoring: number;
}

/** A run without a save that counts in this time makes no progress: costs are told for a year. */
const YEAR = 365 * 86_400;

/**
 * The intervals and costs of all levels. Each failure is restored from the first level, from fast
 * to slow, that survives it. The share of time that moves the run forward is work over the expected
 * time for it, see `expectedTime`; what it does not explain as saves or restores is repeated, and
 * told apart by level in proportion to `rate * (interval / 2 + persist)`.
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
  const timed = levels.map((level, index) => timesOf(level, met[index] as number, restart));
  const used = timed.filter(({ interval }) => Number.isFinite(interval));
  const last = used.at(-1);
  const effective = last ? last.interval / expectedTime(used) : 1;
  const inRestore = recoveringShares(timed);
  const saving = timed.map(({ save, interval }) => (effective * save) / interval);
  const redone = Math.max(0, 1 - effective - sumOf(saving) - sumOf(inRestore));
  const weights = timed.map(({ rate, atRisk }) => (rate > 0 ? rate * atRisk : 0));
  const weight = sumOf(weights);
  const answers = timed.map(({ rate, interval, young, daly }, index): LevelAnswer => {
    const redoing = weight > 0 ? (redone * (weights[index] as number)) / weight : 0;
    return {
      rate,
      interval,
      young,
      daly,
      lostWork: rate > 0 ? redoing / rate : 0,
      saving: saving[index] as number,
      redoing,
      restoring: inRestore[index] as number,
    };
  });
  const oftenest = Math.min(...used.map(({ interval }) => interval));
  return {
    levels: answers,
    effective,
    noProgress: used.length > 0 && oftenest > effective * YEAR,
  };
}

function timesOf(level: Level, rate: number, restart: number) {
  const { save, persist, every } = level;
  const mtbf = 1 / rate;
  const [young, daly] =
    rate > 0 ? [youngInterval(save, mtbf), dalyInterval(save, mtbf)] : [Infinity, Infinity];
  // Work longer than the time between failures never loses less. A copy is complete before the
  // next one begins.
  const interval = Math.max(every ?? Math.min(young, mtbf), persist);
  const restore = restart + level.restore;
  return { save, persist, rate, young, daly, interval, restore, atRisk: interval / 2 + persist };
}

const sumOf = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
