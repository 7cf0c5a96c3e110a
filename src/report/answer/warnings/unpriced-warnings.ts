import type { StrategyResult, Unpriced } from '../../result/result.ts';
import { listed } from '../in-words.ts';
import { partInWords, storesOf } from '../unpriced.ts';

/** A doubt, and the strategies that it holds for. */
interface Doubt {
  readonly names: readonly string[];
  readonly doubt: string;
}

const SO = 'the cost is told as "at least"';

/** What has no price, and what to write: where nothing converts it, and store by store. */
export function unpricedWarnings(
  strategies: readonly StrategyResult[],
  asked: { readonly currency: string; readonly limit: boolean },
): readonly Doubt[] {
  const all = strategies.flatMap(({ unpriced }) => unpriced);
  const withAny = (test: (part: Unpriced) => boolean): readonly string[] =>
    strategies.filter(({ unpriced }) => unpriced.some(test)).map(({ name }) => name);
  const currencies = new Set(all.flatMap(({ currency }) => currency ?? []));
  const foreign = [...currencies].map((currency): Doubt => {
    const isForeign = (part: Unpriced): boolean => part.currency === currency;
    const stores = listed(storesOf(all.filter(isForeign)));
    const rate = `give exchange: { ${currency}: 0.9 ${asked.currency} }`;
    const doubt = `the catalog's prices for ${stores} are in ${currency}, which nothing converts: ${SO}; ${rate}`;
    return { names: withAny(isForeign), doubt };
  });
  // Where no money is known and none is asked for, there is no sum that lacks a part.
  if (!asked.limit && strategies.every(({ cost }) => cost === null)) return foreign;
  const missing = all.filter(({ currency }) => currency === null);
  const unstated = storesOf(missing).map((store): Doubt => {
    const isIts = (part: Unpriced): boolean => part.store === store && part.currency === null;
    const what = listed([...new Set(missing.filter(isIts).map(partInWords))]);
    const own = `give stores.${store}.cost, 0 if free`;
    return { names: withAny(isIts), doubt: `${store} has no price for ${what}: ${SO}; ${own}` };
  });
  return [...foreign, ...unstated];
}
