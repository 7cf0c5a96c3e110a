import { type Tier, tieredCost } from '../../src/model/tiered-price.ts';

/** What an amount costs in each tier: the cost up to its bound, less that up to the bound before. */
export function tierCosts(amount: number, tiers: readonly Tier[]): readonly number[] {
  const upTo = tiers.map((tier, index) =>
    tieredCost(index === tiers.length - 1 ? amount : Math.min(amount, tier.upTo), tiers),
  );
  return upTo.map((cost, index) => cost - (upTo[index - 1] ?? 0));
}
