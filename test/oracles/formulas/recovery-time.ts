/** Duration of a recovery: the sum of its stages. See docs/model.md, section "Durability". */

/** A stage of a recovery: detecting, deciding, mounting, restoring, checking and so on. */
export interface RecoveryStage {
  readonly name: string;
  readonly seconds: number;
}

/**
 * Total seconds of all stages, and the longest stage, which is worth shortening first.
 *
 * @returns `longest` is the first of equal stages; `none` without stages
 * @example
 * recoveryTime([{ name: 'detect', seconds: 1800 }, { name: 'restore', seconds: 360_000 }])
 * // { seconds: 361800, longest: 'restore' }
 */
export function recoveryTime(stages: readonly RecoveryStage[]): {
  readonly seconds: number;
  readonly longest: string;
} {
  let longest: RecoveryStage = { name: 'none', seconds: Number.NEGATIVE_INFINITY };
  let seconds = 0;
  for (const stage of stages) {
    seconds += stage.seconds;
    if (stage.seconds > longest.seconds) longest = stage;
  }
  return { seconds, longest: longest.name };
}
