/** Volume-tiered prices. See docs/model.md, section "Bills". */
import type { PriceTier } from '../catalog/storage-class.ts';
import { unitPrice } from '../catalog/unit-price.ts';

/** A price per unit up to a bound, which counts from the first unit; the last bound is infinite. */
export interface Tier {
  readonly upTo: number;
  readonly price: number;
}

/** Price lists that were read before: each is read for every bill of every month. */
const known = new WeakMap<readonly PriceTier[], readonly Tier[]>();

/**
 * The tiers of a price list for bytes: bounds in bytes, prices per byte.
 *
 * @example tiersOf(storageClass('cloud/azure-blob-hot').storage)[0].upTo // 50 * 2 ** 40
 */
export function tiersOf(list: readonly PriceTier[]): readonly Tier[] {
  const before = known.get(list);
  if (before) return before;
  const tiers = Array.from(list, ({ upTo, price }) => ({
    upTo: upTo?.value ?? Number.POSITIVE_INFINITY,
    price: unitPrice(price),
  }));
  known.set(list, tiers);
  return tiers;
}

/**
 * Cost of an amount over all tiers: each unit has the price of the tier it falls into, and units
 * beyond the last bound that of the last tier. 0 without tiers.
 *
 * @example tieredCost(52_900, [{ upTo: 1024, price: 0.14 }, { upTo: Infinity, price: 0.125 }]) // 143.36 + 6484.5
 */
export function tieredCost(amount: number, tiers: readonly Tier[]): number {
  let sum = 0;
  let below = 0;
  // A loop that stops where the amount ends: bills ask for every month, and most lie in the first tier.
  for (let index = 0; index < tiers.length && amount > below; index++) {
    const { upTo, price } = tiers[index] as Tier;
    const bound = index === tiers.length - 1 ? Number.POSITIVE_INFINITY : upTo;
    sum += Math.max(0, Math.min(amount, bound) - below) * price;
    below = Math.max(below, bound);
  }
  return sum;
}

/**
 * The share that one has in a cost of all together, in proportion to its amount; 0 where it has none.
 *
 * @example shareOf(100, 3, 4) // 75
 */
export const shareOf = (cost: number, amount: number | undefined, whole: number): number =>
  amount ? cost * (amount / whole) : 0;
