/** Levels of a job, the highest first; `seed` is the first full of all. */
export const LEVELS = ['seed', 'full', 'synthetic', 'differential', 'incremental'] as const;
/** The name of a level, as answers give it. */
export type Level = (typeof LEVELS)[number];
/** The first full of a protection. */
export const SEED = 0;
/** A full read from the source. */
export const FULL = 1;
/** A full built inside the store, after an increment has been moved. */
export const SYNTHETIC = 2;
/** What changed since the last full. */
export const DIFFERENTIAL = 3;
/** What changed since the run before. */
export const INCREMENTAL = 4;
