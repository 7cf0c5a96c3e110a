import type { LevelName } from './level.ts';
import type { Point } from './tools/tool.ts';

/**
 * Consecutive backups of one dataset with one tool into one target: the unit of restores. Each
 * repetition has a series of its own, which starts with an empty repository.
 */
export interface Series {
  /** `REPETITION/DATASET/TOOL/TARGET`; repetitions count from 1. */
  readonly id: string;
  readonly dataset: string;
  readonly tool: string;
  readonly target: string;
  readonly repetition: number;
  readonly backups: readonly PlannedBackup[];
}

/** A backup of a series, and the dataset generation it protects. */
export interface PlannedBackup {
  readonly point: Point;
  /** 0 is the initial state of the dataset; each later generation changes it. */
  readonly generation: number;
}

/**
 * The dataset generation at each level of a plan. Each level but the first and `unchanged` starts a
 * new one.
 */
export function generationsOf(levels: readonly LevelName[]): readonly number[] {
  let generation = 0;
  return levels.map((level, index) => {
    if (index > 0 && level !== 'unchanged') generation++;
    return generation;
  });
}

/**
 * The backups that result from the levels of a plan. Levels the tool does not support are left out,
 * and the next backup is based on what there is. An `unchanged` after such a gap is left out too,
 * because it would find a change.
 *
 * @param supported levels that the tool supports at its target.
 *
 * @example
 * backupsOf(['full', 'incremental', 'differential'], LEVEL_NAMES) // points 0, 1 and 2, both on 0
 */
export function backupsOf(
  levels: readonly LevelName[],
  supported: readonly LevelName[],
): readonly PlannedBackup[] {
  const generations = generationsOf(levels);
  const backups: PlannedBackup[] = [];
  let full = -1;
  for (const [index, level] of levels.entries()) {
    if (!supported.includes(level)) continue;
    const generation = generations[index] as number;
    if (level === 'unchanged' && backups.at(-1)?.generation !== generation) continue;
    const number = backups.length;
    if (level === 'full') full = number;
    const base = level === 'full' ? null : level === 'differential' ? full : number - 1;
    backups.push({ point: { number, level, base }, generation });
  }
  return backups;
}
