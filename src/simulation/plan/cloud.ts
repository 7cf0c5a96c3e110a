import type { StorageClass } from '../../catalog/storage-class.ts';
import type { Transition } from '../../model/class-stays.ts';

/** An object store: sizes in bytes. */
export interface CloudPlan {
  readonly class: StorageClass;
  readonly transitions: readonly Transition[];
  readonly objectSize: number;
  readonly partSize: number;
  readonly prefixes: number;
  /** How archived objects are asked for; undefined is the usual way of a class. */
  readonly retrievalTier: string | undefined;
  /** What one unit of the money of its prices is worth in that of the answers. */
  readonly worth: number;
}

/** The class that an object of an age lies in. */
export function classAt({ class: first, transitions }: CloudPlan, age: number): StorageClass {
  return transitions.reduce((found, { after, to }) => (age >= after ? to : found), first);
}
