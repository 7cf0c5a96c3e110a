import type { SitePlan, StorePlan } from '../../plan/plan.ts';

/**
 * The object stores of a plan, by index, grouped by account: those of one provider in one region share
 * tiers and what is free, if they are priced in one currency. Stores at sites of different regions are
 * in different regions, even if the catalog prices both by the same one.
 */
export function billingAccounts(
  stores: readonly StorePlan[],
  sites: readonly SitePlan[],
): readonly (readonly number[])[] {
  const accounts = new Map<string, number[]>();
  for (const [index, { cloud, site }] of stores.entries()) {
    if (!cloud) continue;
    const { provider, region, currency } = cloud.class;
    const key = JSON.stringify([provider, region, currency, sites[site]?.region]);
    accounts.set(key, [...(accounts.get(key) ?? []), index]);
  }
  return [...accounts.values()];
}
