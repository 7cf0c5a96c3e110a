/** Volume-tiered prices. See docs/model.md, section "Bills". */
import type { PriceTier } from '../catalog/storage-class.ts';
import { unitPrice } from '../catalog/unit-price.ts';

/** A price per unit up to a bound, which counts from the first unit; the last bound is infinite. */
export interface Tier {
  readonly upTo: number;
  readonly price: number;
}

/**
 * The tiers of a price list for bytes: bounds in bytes, prices per byte.
 *
 * @example tiersOf(storageClass('cloud/azure-blob-hot').storage)[0].upTo // 50 * 2 ** 40
 */
export const tiersOf = (tiers: readonly PriceTier[]): readonly Tier[] =>
  Array.from(tiers, ({ upTo, price }) => ({
    upTo: upTo?.value ?? Number.POSITIVE_INFINITY,
    price: unitPrice(price),
  }));

/**
 * Cost of an amount in each tier: each unit has the price of the tier it falls into. Units beyond
 * the last bound have the price of the last tier.
 *
 * @example tierCosts(52_900, [{ upTo: 1024, price: 0.14 }, { upTo: Infinity, price: 0.125 }]) // [143.36, 6484.5]
 */
export function tierCosts(amount: number, tiers: readonly Tier[]): readonly number[] {
  let below = 0;
  return tiers.map(({ upTo, price }, index) => {
    const bound = index === tiers.length - 1 ? Number.POSITIVE_INFINITY : upTo;
    const within = Math.max(0, Math.min(amount, bound) - below);
    below = Math.max(below, bound);
    return within * price;
  });
}

/**
 * Cost of an amount over all tiers; 0 without tiers.
 *
 * @example tieredCost(2, [{ upTo: Infinity, price: 0.5 }]) // 1
 */
export const tieredCost = (amount: number, tiers: readonly Tier[]): number =>
  tierCosts(amount, tiers).reduce((sum, cost) => sum + cost, 0);
