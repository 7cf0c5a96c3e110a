import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The seed of every law of this run. */
    readonly seed: number;
  }
}

/** Fixed where a red build has to be the fault of the change that is being built. */
const CI_SEED = 20_260_105;

/**
 * Chooses the seed of the laws once a run and prints it, so that a failure can be had again.
 *
 * @throws when BACKCAST_SEED is set to something that is not a whole number of 32 bits.
 *
 * @example
 * chooseSeed({ BACKCAST_SEED: '7' }) // 7
 */
export function chooseSeed(environment: Readonly<Record<string, string | undefined>>): number {
  const given = environment.BACKCAST_SEED;
  if (given === undefined || given === '') {
    return environment.CI === 'true' ? CI_SEED : Math.floor(Math.random() * 2 ** 31);
  }
  const seed = Number(given);
  if (!Number.isInteger(seed) || seed !== (seed | 0)) {
    throw new Error(`BACKCAST_SEED is "${given}"; set it to a whole number, for example 7`);
  }
  return seed;
}

/** Vitest calls this once, before any test file is loaded. */
export function setup(project: TestProject): void {
  const seed = chooseSeed(process.env);
  process.stderr.write(`Laws run with seed ${seed}; for the same run: BACKCAST_SEED=${seed}\n`);
  project.provide('seed', seed);
}
