import type { LevelName } from './level.ts';
import type { Point } from './tools/tool.ts';

/**
 * Backups of one dataset with one tool into one target, one after the other: what a restore needs
 * together. Each repetition has a series of its own, with an empty repository at its start.
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

/** A backup of a series, and the state of the dataset that it protects. */
export interface PlannedBackup {
  readonly point: Point;
  /** 0 is the dataset as it was made; each later one is a change. */
  readonly generation: number;
}

/** The state of the dataset at each level of a plan: every one after the first changes it, but `unchanged`. */
export function generationsOf(levels: readonly LevelName[]): readonly number[] {
  let generation = 0;
  return levels.map((level, index) => {
    if (index > 0 && level !== 'unchanged') generation++;
    return generation;
  });
}

/**
 * The backups that are made of the levels of a plan. One that a tool does not know is left out, and
 * the next is made against what there is; but for `unchanged` after it, which would find a change.
 *
 * @param known the levels that the tool knows at its target.
 * @example
 * backupsOf(['full', 'incremental', 'differential'], LEVEL_NAMES) // points 0, 1 and 2, both on 0
 */
export function backupsOf(
  levels: readonly LevelName[],
  known: readonly LevelName[],
): readonly PlannedBackup[] {
  const generations = generationsOf(levels);
  const backups: PlannedBackup[] = [];
  let full = -1;
  for (const [index, level] of levels.entries()) {
    if (!known.includes(level)) continue;
    const generation = generations[index] as number;
    if (level === 'unchanged' && backups.at(-1)?.generation !== generation) continue;
    const number = backups.length;
    if (level === 'full') full = number;
    const base = level === 'full' ? null : level === 'differential' ? full : number - 1;
    backups.push({ point: { number, level, base }, generation });
  }
  return backups;
}
