/** Backup levels that a plan can ask for. */
export const LEVEL_NAMES = ['full', 'incremental', 'differential', 'unchanged'] as const;

/**
 * full: everything. incremental: changes since the previous point. differential: changes since the
 * last full. unchanged: an incremental after which nothing has changed.
 */
export type LevelName = (typeof LEVEL_NAMES)[number];
