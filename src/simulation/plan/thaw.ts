import { thawOf } from '../../model/retrieval.ts';
import { type CloudPlan, classesByAge, tierFor } from './cloud.ts';

/** Seconds until objects can be read that are at least `after` seconds old. */
export interface ThawStep {
  readonly after: number;
  readonly seconds: number;
}

/**
 * How long objects of an object store have to be thawed, by their age: the longest time that the
 * provider states for each class that they pass through; empty where none has to be.
 */
export function thawStepsOf(cloud: CloudPlan | null): readonly ThawStep[] {
  if (!cloud) return [];
  const steps = classesByAge(cloud).map(({ after, to }) => ({
    after,
    seconds: thawOf(to, tierFor(cloud, to)).most,
  }));
  return steps.some(({ seconds }) => seconds > 0) ? steps : [];
}

/** Seconds until an object of an age can be read: those of the last step with `after` ≤ age. */
export function thawSeconds(steps: readonly ThawStep[], age: number): number {
  let found = 0;
  for (let i = 0; i < steps.length; i++) {
    const { after, seconds } = steps[i] as ThawStep;
    if (age >= after) found = seconds;
  }
  return found;
}
