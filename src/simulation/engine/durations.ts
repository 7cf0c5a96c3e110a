import type { Protection } from './protection.ts';
import type { State } from './state.ts';

/**
 * Where the times of jobs stand. Those of one protection follow each other at a distance: where many
 * run night by night, what is written in one night lies side by side.
 */
export interface DurationPlace {
  /** Where the first one stands, and how far it is to the next. */
  readonly durationsAt: number;
  readonly durationStep: number;
}

/**
 * Gives each protection the places for the times of its jobs.
 *
 * @param jobs the most that each can have; those that can have as many lie together.
 * @param together whether many run night by night.
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

/** Writes down how long a job took that ended well. */
export function noteDuration(
  { durations, durationLevels }: State,
  protection: Protection,
  seconds: number,
): void {
  const place = protection.durationsAt + protection.durations++ * protection.durationStep;
  durations[place] = seconds;
  durationLevels[place] = protection.job.level;
}

/** The times of the jobs of one protection, or their levels. */
export function ownOf<A extends Float64Array | Uint8Array>(all: A, protection: Protection): A {
  const { durationsAt: at, durationStep: step, durations: count } = protection;
  if (step === 1) return all.subarray(at, at + count) as A;
  const own = new (all.constructor as new (length: number) => A)(count);
  for (let i = 0, place = at; i < count; i++, place += step) own[i] = all[place] as number;
  return own;
}
