import type { StorageClass } from '../../catalog/storage-class.ts';
import type { Transition } from '../../model/class-stays.ts';

/** An object store: its storage class, lifecycle rules and layout; sizes are in bytes. */
export interface CloudPlan {
  readonly class: StorageClass;
  readonly transitions: readonly Transition[];
  readonly objectSize: number;
  readonly partSize: number;
  readonly prefixes: number;
  /** Retrieval tier used in a restore; undefined: the default tier of the class. */
  readonly retrievalTier: string | undefined;
  /** Exchange rate: units of the report currency per unit of the currency of its prices. */
  readonly worth: number;
}

/** The storage class of an object `age` seconds after it was written. */
export function classAt({ class: first, transitions }: CloudPlan, age: number): StorageClass {
  return transitions.reduce((found, { after, to }) => (age >= after ? to : found), first);
}
