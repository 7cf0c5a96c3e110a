import type { Seconds } from '../../units/quantity.ts';

/** A vault to which a courier takes the media of a store. */
export interface VaultPlan {
  readonly site: number;
  /** Instants at which the courier leaves, ascending; null: whenever there is something to take. */
  readonly pickUps: Float64Array | null;
  /** How long the courier is on the way there, and back for a restore. */
  readonly out: Seconds;
  readonly back: Seconds;
}

/**
 * The instant at which media leave for the vault; Infinity if no courier comes in the horizon. One
 * that comes at the very instant takes them along.
 *
 * @param ready instant at which the media are written and checked.
 */
export function leavesAt({ pickUps }: VaultPlan, ready: number): number {
  if (pickUps === null) return ready;
  let low = 0;
  let high = pickUps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pickUps[middle] as number) < ready) low = middle + 1;
    else high = middle;
  }
  return pickUps[low] ?? Infinity;
}
