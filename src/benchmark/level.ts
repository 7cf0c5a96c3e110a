/** What a step of a series takes: see `levels` of a plan. */
export const LEVEL_NAMES = ['full', 'incremental', 'differential', 'unchanged'] as const;

/**
 * full: everything. incremental: what changed since the point before. differential: since the last
 * full. unchanged: an incremental where nothing has changed.
 */
export type LevelName = (typeof LEVEL_NAMES)[number];
