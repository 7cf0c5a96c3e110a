/** Levels of a job, the highest first; `seed` is the first full of all. */
export const LEVELS = ['seed', 'full', 'synthetic', 'differential', 'incremental'] as const;
export type Level = (typeof LEVELS)[number];
export const SEED = 0;
export const FULL = 1;
export const SYNTHETIC = 2;
export const DIFFERENTIAL = 3;
export const INCREMENTAL = 4;
