import type { StrategyResult, Unpriced } from '../../result/result.ts';
import { listed } from '../in-words.ts';
import { lackingPrice, partInWords } from '../unpriced.ts';

/** A doubt, and the strategies that it holds for. */
interface Doubt {
  readonly names: readonly string[];
  readonly doubt: string;
}

const SO = 'the cost is told as "at least"';

/** What has no price, and what to write: where nothing converts it, store by store, and people. */
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
    const stores = listed(lackingPrice(all.filter(isForeign)));
    const rate = `give exchange: { ${currency}: 0.9 ${asked.currency} }`;
    const doubt = `the catalog's prices for ${stores} are in ${currency}, which nothing converts: ${SO}; ${rate}`;
    return { names: withAny(isForeign), doubt };
  });
  const people = {
    names: withAny(({ part }) => part === 'people'),
    doubt: `cost.staff-hours has no price: ${SO}; give cost.staff, 0 if free`,
  };
  // Where no money is known and none is asked for, there is no sum that lacks a part.
  if (!asked.limit && strategies.every(({ cost }) => cost === null)) return [...foreign, people];
  const missing = all.filter(({ currency }) => currency === null);
  const stores = [...new Set(missing.flatMap(({ store }) => store ?? []))];
  const unstated = stores.map((store): Doubt => {
    const isIts = (part: Unpriced): boolean => part.store === store && part.currency === null;
    const what = listed([...new Set(missing.filter(isIts).map(partInWords))]);
    const own = `give stores.${store}.cost, 0 if free`;
    return { names: withAny(isIts), doubt: `${store} has no price for ${what}: ${SO}; ${own}` };
  });
  return [...foreign, ...unstated, people];
}
