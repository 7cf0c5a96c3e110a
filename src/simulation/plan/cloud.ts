import type { StorageClass } from '../../catalog/storage-class.ts';
import type { Transition } from '../../model/class-stays.ts';

/** An object store: its storage class, lifecycle rules and layout; sizes are in bytes. */
export interface CloudPlan {
  readonly class: StorageClass;
  /** The last day of its prices, if they were changed after the horizon began. */
  readonly pricesUntil: string | null;
  readonly transitions: readonly Transition[];
  readonly objectSize: number;
  readonly partSize: number;
  readonly prefixes: number;
  /** Retrieval tier of checks, copies and restores; undefined: the default tier of the class. */
  readonly retrievalTier: string | undefined;
  /** Seconds for which a thawed copy is kept. */
  readonly thawedFor: number;
  /** Exchange rate: units of the report currency per unit of the currency of its prices. */
  readonly worth: number;
}

/** Ages from which objects lie in the second class, in the third, and so on. */
export const movesOf = ({ transitions }: CloudPlan): readonly number[] =>
  transitions.map(({ after }) => after);

/**
 * A store as objects of a size see it: a rule that leaves them where they are because they are small
 * comes only with the next one that moves them.
 */
export function cloudFor(cloud: CloudPlan, objectBytes: number): CloudPlan {
  const { transitions } = cloud;
  if (transitions.every(({ smallest = 0 }) => objectBytes >= smallest)) return cloud;
  const moves = transitions.map((rule) =>
    objectBytes >= (rule.smallest ?? 0) ? rule.after : Infinity,
  );
  return {
    ...cloud,
    transitions: transitions.map((rule, index) => ({
      ...rule,
      after: Math.min(...moves.slice(index)),
    })),
  };
}

/** The class in which objects lie after so many moves. */
export const classOf = ({ class: first, transitions }: CloudPlan, stay: number): StorageClass =>
  transitions[stay - 1]?.to ?? first;

/** The retrieval tier that a store asks a class for; undefined: the usual one of the class. */
export const tierFor = ({ retrievalTier }: CloudPlan, from: StorageClass): string | undefined =>
  from.retrieval.some(({ name }) => name === retrievalTier) ? retrievalTier : undefined;

/** The classes that objects pass through, each with the age from which they lie in it. */
export const classesByAge = ({ class: first, transitions }: CloudPlan) =>
  [{ after: 0, to: first }, ...transitions] as const;

/** The age from which on a bill no longer asks how old an object is; 0 if it never does. */
export const agesThatMatter = (cloud: CloudPlan): number =>
  classesByAge(cloud).reduce((most, { after, to }) => {
    const aging = (to.aging ?? []).map((step) => step.after.value);
    return Math.max(most, after + Math.max(to.minimumTime?.value ?? 0, ...aging));
  }, 0);

/**
 * The move of an object store into a class where each backup is whole, from one where only changes
 * are stored; null if there is none.
 */
export const archivalOf = (cloud: CloudPlan | null): Transition | null =>
  (cloud && !cloud.class.whole && cloud.transitions.find(({ to }) => to.whole)) || null;
