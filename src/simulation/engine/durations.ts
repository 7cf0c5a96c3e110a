import type { Protection } from './protection.ts';
import type { State } from './state.ts';

/**
 * Where the durations of one protection's jobs lie in the array shared by all protections. They are
 * strided: where many protections run in the same nights, what one night writes is contiguous.
 */
export interface DurationPlace {
  /** Index of the first one, and the distance to the next. */
  readonly durationsAt: number;
  readonly durationStep: number;
}

/**
 * Assigns each protection its places for the durations of its jobs.
 *
 * @param jobs the most jobs that each protection can have; those with the same number interleave.
 * @param together whether to interleave, because many protections run in the same nights.
 */
export function placesOf(jobs: readonly number[], together: boolean): readonly DurationPlace[] {
  const strides = new Map<number, number>();
  const keyOf = (most: number, index: number): number => (together ? most : index);
  for (const [index, most] of jobs.entries()) {
    const key = keyOf(most, index);
    strides.set(key, (strides.get(key) ?? 0) + 1);
  }
  const next = new Map<number, number>();
  let used = 0;
  return jobs.map((most, index) => {
    const key = keyOf(most, index);
    const durationStep = strides.get(key) as number;
    let durationsAt = next.get(key);
    if (durationsAt === undefined) {
      durationsAt = used;
      used += most * durationStep;
    }
    next.set(key, durationsAt + 1);
    return { durationsAt, durationStep };
  });
}

/** Records the duration and level of a job that succeeded. */
export function noteDuration(
  { durations, durationLevels }: State,
  protection: Protection,
  seconds: number,
): void {
  const place = protection.durationsAt + protection.durations++ * protection.durationStep;
  durations[place] = seconds;
  durationLevels[place] = protection.job.level;
}

/** The durations of the jobs of one protection, or their levels, picked out of the shared array. */
export function ownOf<A extends Float64Array | Uint8Array>(all: A, protection: Protection): A {
  const { durationsAt: at, durationStep: step, durations: count } = protection;
  if (step === 1) return all.subarray(at, at + count) as A;
  const own = new (all.constructor as new (length: number) => A)(count);
  for (let i = 0, place = at; i < count; i++, place += step) own[i] = all[place] as number;
  return own;
}
