import type { StorePlan } from './plan.ts';

/**
 * The object stores of a plan, by index, grouped by account: those of one provider in one region share
 * tiers and what is free, if they are priced in one currency.
 */
export function billingAccounts(stores: readonly StorePlan[]): readonly (readonly number[])[] {
  const accounts = new Map<string, number[]>();
  for (const [index, { cloud }] of stores.entries()) {
    if (!cloud) continue;
    const { provider, region, currency } = cloud.class;
    const key = JSON.stringify([provider, region, currency]);
    accounts.set(key, [...(accounts.get(key) ?? []), index]);
  }
  return [...accounts.values()];
}
