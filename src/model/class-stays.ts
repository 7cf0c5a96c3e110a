/**
 * The storage classes that objects pass through as they age. See docs/model.md, section "Bills".
 */
import type { StorageClass } from '../catalog/storage-class.ts';
import { type Tier, tiersOf } from './tiered-price.ts';

/** A lifecycle rule that moves objects of a given age to another class. */
export interface Transition {
  /** seconds since the object was written */
  readonly after: number;
  readonly to: StorageClass;
  /** bytes of an object below which it stays where it is; 0 if omitted */
  readonly smallest?: number;
}

/** A part of an object's life at one price list. */
export interface Stage {
  /** seconds since the object was written */
  readonly after: number;
  readonly tiers: readonly Tier[];
}

/** A part of an object's life in one class. */
export interface Stay {
  readonly class: StorageClass;
  /** seconds since the object was written; 0 for the first stay */
  readonly after: number;
  /** seconds since the object was written; infinite for the last stay */
  readonly until: number;
  /** the price lists of the stay, one after the other; several if the price depends on the age */
  readonly stages: readonly Stage[];
}

/**
 * The classes that an object passes through, in order of its age. Of several transitions at the
 * same age, the last one applies.
 *
 * @throws RangeError if the classes have prices in different currencies, which is a bug.
 * @example staysOf(s3Standard, [{ after: 30 * 86_400, to: deepArchive }]).length // 2
 */
export function staysOf(first: StorageClass, transitions: readonly Transition[]): readonly Stay[] {
  const moves = [{ after: 0, to: first }, ...transitions].sort((a, b) => a.after - b.after);
  return moves.flatMap(({ after, to }, index) => {
    if (to.currency !== first.currency) {
      throw new RangeError(`${to.name} is priced in ${to.currency}, ${first.name} is not`);
    }
    const until = moves[index + 1]?.after ?? Number.POSITIVE_INFINITY;
    // What is moved at once was written to the first class all the same.
    const isStay = until > after || index === 0;
    return isStay ? [{ class: to, after, until, stages: stagesOf(to, after, until) }] : [];
  });
}

function stagesOf(of: StorageClass, after: number, until: number): readonly Stage[] {
  const aged = (of.aging ?? []).map(({ after: age, price }) => ({
    after: after + age.value,
    tiers: tiersOf([{ price }]),
  }));
  const all = [{ after, tiers: tiersOf(of.storage) }, ...aged];
  return all.filter((stage) => stage.after < until);
}
