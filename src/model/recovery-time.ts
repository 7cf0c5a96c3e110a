/** How long a recovery takes: its stages one after the other. See docs/model.md, section "Durability". */

/** A stage of a recovery: noticing, deciding, mounting, restoring, checking and so on. */
export interface RecoveryStage {
  readonly name: string;
  readonly seconds: number;
}

/**
 * Seconds of all stages, and the longest of them, which is where to begin.
 *
 * @returns `longest` is the first of equals; `none` where there is no stage
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
