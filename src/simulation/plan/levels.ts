/** Levels of a job, highest first; `seed` is the very first full of a protection. */
export const LEVELS = [
  'seed',
  'full',
  'synthetic',
  'differential',
  'incremental',
  'prune',
] as const;
/** The first full of a protection. */
export const SEED = 0;
/** A full read from the source. */
export const FULL = 1;
/** A full that the store builds from its own data after the job has transferred an increment. */
export const SYNTHETIC = 2;
/** Everything that changed since the last full. */
export const DIFFERENTIAL = 3;
/** Everything that changed since the previous run. */
export const INCREMENTAL = 4;
/** No backup: it frees what no point needs any more. The last, so that only those have it that prune. */
export const PRUNE = 5;
