import { type Origin, type PriceUnit, type Sourced, sourced } from './sourced.ts';
import type { PriceTier, Retrieval, StorageClass } from './storage-class.ts';

/** A price of a price book, in the book's currency. */
export interface BookPrice {
  readonly value: number;
  readonly unit: PriceUnit;
}

/** A price tier: the price up to `upTo` bytes a month; the last tier is unbounded. */
export interface BookTier {
  readonly upTo?: number;
  readonly price: BookPrice;
}

/** Prices of one retrieval tier of a class. */
export interface BookRetrieval {
  readonly data?: BookPrice;
  readonly requests?: BookPrice;
}

/** Prices of one class; omitted ones stay at list price. */
export interface ClassPrices {
  readonly storage?: readonly BookTier[];
  /** by aging step of the class, in order */
  readonly aging?: readonly BookPrice[];
  readonly monitoring?: BookPrice;
  readonly put?: BookPrice;
  readonly get?: BookPrice;
  readonly list?: BookPrice;
  readonly lifecycle?: BookPrice;
  readonly upload?: BookPrice;
  /** by retrieval tier */
  readonly retrieval?: Readonly<Record<string, BookRetrieval>>;
  readonly thawedCopy?: BookPrice;
  readonly egress?: readonly BookTier[];
  readonly transfer?: BookPrice;
  /** discount on every price of the class, as a share; overrides that of the book */
  readonly discount?: number;
}

/**
 * A price book: prices that replace those of the catalog.
 *
 * @property asOf date of the prices, ISO 8601.
 * @property currency ISO 4217 code of every price in the book.
 * @property prices by class name.
 * @property discount on every price of the classes in the book, as a share.
 */
export interface PriceBook {
  readonly asOf: string;
  readonly source: string;
  readonly currency: string;
  readonly prices: Readonly<Record<string, ClassPrices>>;
  readonly discount?: number;
}

/**
 * Applies a price book to a class: its prices and its discount. A class that is not in the book is
 * returned unchanged. The overhead of archived objects and the parts of their uploads, which are
 * billed at standard prices, follow the book's prices of the standard class.
 *
 * @example
 * withPrices(deepArchive, book).storage[0]?.price // { value: 0.0009, source: 'offer 4711', … }
 */
export function withPrices(of: StorageClass, book: PriceBook): StorageClass {
  const prices = pricesOf(book, of.name);
  if (!prices) return of;
  const { put, get, list, lifecycle, upload, monitoring, thawedCopy, transfer } = prices;
  const price = pricer(book, prices.discount);
  // What a book in another currency does not name is not converted.
  const known = book.currency === of.currency;
  const { list: _, partPut, ...rest } = of;
  const optional = {
    monitoring: price(monitoring, of.monitoring),
    list: price(list, known ? of.list : undefined),
    partPut: partPut && standardPut(of, known ? partPut : undefined, book, price),
    lifecycle: price(lifecycle, of.lifecycle),
    upload: price(upload, of.upload),
    thawedCopy: price(thawedCopy, of.thawedCopy),
    transfer: price(transfer, of.transfer),
  };
  return {
    ...rest,
    ...given(optional),
    currency: book.currency,
    storage: tiers(price, prices.storage, of.storage),
    ...(of.aging && {
      aging: of.aging.map(({ after, price: listed }, index) => ({
        after,
        price: price(prices.aging?.[index], listed),
      })),
    }),
    put: price(put, of.put),
    get: price(get, of.get),
    retrieval: of.retrieval.map((way) => retrieval(price, prices.retrieval?.[way.name], way)),
    egress: tiers(price, prices.egress, of.egress),
    ...(of.overhead && {
      overhead: { ...of.overhead, standardPrice: standardPrice(of.overhead, book, price) },
    }),
  };
}

const pricesOf = ({ prices }: PriceBook, name: string): ClassPrices | undefined =>
  Object.hasOwn(prices, name) ? prices[name] : undefined;

/** Gives the book's price, or else the list price, less the discount. */
interface Pricer {
  (own: BookPrice | undefined, listed: Sourced): Sourced;
  (own: BookPrice | undefined, listed: Sourced | undefined): Sourced | undefined;
}

function pricer(book: PriceBook, discount = book.discount ?? 0): Pricer {
  const origin: Origin = { source: book.source, date: book.asOf, grade: 'reported' };
  const less = `less ${Number((discount * 100).toPrecision(12))} %`;
  const price = (own: BookPrice | undefined, listed: Sourced | undefined): Sourced | undefined => {
    if (own) {
      const note = discount > 0 ? `price book, ${less}` : 'price book';
      return sourced(own.value * (1 - discount), own.unit, origin, note);
    }
    if (!listed || discount === 0) return listed;
    const note = `list price of ${listed.value}, ${less} by ${book.source}`;
    return { ...listed, value: listed.value * (1 - discount), grade: 'derived', note };
  };
  return price as Pricer;
}

function tiers(
  price: Pricer,
  own: readonly BookTier[] | undefined,
  listed: readonly PriceTier[],
): readonly PriceTier[] {
  if (!own) return listed.map((tier) => ({ ...tier, price: price(undefined, tier.price) }));
  return own.map((tier) => {
    const priced = price(tier.price, undefined) as Sourced;
    if (tier.upTo === undefined) return { price: priced };
    return { upTo: { ...priced, value: tier.upTo, unit: 'B' }, price: priced };
  });
}

function retrieval(price: Pricer, own: BookRetrieval | undefined, way: Retrieval): Retrieval {
  const requests = price(own?.requests, way.requests);
  return { ...way, data: price(own?.data, way.data), ...(requests && { requests }) };
}

function standardPrice(
  { standardClass, standardPrice: listed }: NonNullable<StorageClass['overhead']>,
  book: PriceBook,
  price: Pricer,
): Sourced {
  const standard = pricesOf(book, standardClass);
  return standard
    ? pricer(book, standard.discount)(standard.storage?.[0]?.price, listed)
    : price(undefined, listed);
}

function standardPut(
  { partPutClass, overhead }: StorageClass,
  listed: Sourced | undefined,
  book: PriceBook,
  price: Pricer,
): Sourced | undefined {
  const name = partPutClass ?? overhead?.standardClass;
  const standard = name === undefined ? undefined : pricesOf(book, name);
  return standard
    ? pricer(book, standard.discount)(standard.put, listed)
    : price(undefined, listed);
}

/** The fields that are not undefined. */
const given = <T extends Readonly<Record<string, Sourced | undefined>>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined)) as Readonly<
    Partial<Record<keyof T, Sourced>>
  >;
