import type { Sourced } from './sourced.ts';

/**
 * A price tier: the price of the bytes of a month above the previous tier and up to `upTo`.
 *
 * @property upTo bytes counted from the first; absent in the last tier.
 */
export interface PriceTier {
  readonly upTo?: Sourced;
  readonly price: Sourced;
}

/**
 * A retrieval tier: one way to read data from a class.
 *
 * @property name as the provider calls it: `standard`, `bulk`, `expedited`; `online` without a
 *   thaw.
 * @property data price per byte retrieved, in addition to egress.
 * @property requests price per object requested.
 * @property least, most seconds until the data can be read.
 */
export interface Retrieval {
  readonly name: string;
  readonly data: Sourced;
  readonly requests?: Sourced;
  readonly least: Sourced;
  readonly most: Sourced;
}

/**
 * Billed overhead of each archived object, on top of its own bytes.
 *
 * @property own bytes billed at the price of the class.
 * @property standard bytes billed at `standardPrice`, the price of `standardClass`.
 */
export interface ObjectOverhead {
  readonly own: Sourced;
  readonly standard: Sourced;
  readonly standardPrice: Sourced;
  readonly standardClass: string;
}

/**
 * Multipart uploads: their limits, and what they take beside their parts.
 *
 * @property most largest number of parts per object.
 * @property least, largest smallest and largest part in bytes; the last part may be smaller.
 * @property object largest object in bytes.
 * @property commits write requests that begin and complete an upload in parts.
 */
export interface PartLimits {
  readonly most: Sourced;
  readonly least: Sourced;
  readonly largest: Sourced;
  readonly object: Sourced;
  readonly commits: Sourced;
}

/** Prices that differ in another region, or differed before they were changed. */
export type OtherPrices = Partial<
  Pick<StorageClass, 'storage' | 'put' | 'get' | 'list' | 'freeGets' | 'freeLists' | 'retrieval'>
>;

/**
 * Prices of a class until they were changed.
 *
 * @property until the last day on which they held, ISO 8601.
 */
export interface EarlierPrices {
  readonly until: string;
  readonly prices: OtherPrices;
}

/**
 * A class of object storage, or a vault that is billed like one, with its list prices.
 *
 * @property name as written in a scenario, e.g. `cloud/aws-s3-standard`.
 * @property region the region of the prices below.
 * @property elsewhere what differs in other regions, by region.
 * @property earlier what differed before the prices were changed, the latest first.
 * @property currency ISO 4217 code of every price below.
 * @property billed billing unit: GiB (2^30 bytes) or GB (10^9 bytes).
 * @property month length of a billing month in seconds; absent: calendar months.
 * @property storage price of stored bytes per month, in tiers of the monthly mean.
 * @property aging lower storage prices after a time without reads, for classes with automatic
 *   tiering; not tiered by amount.
 * @property monitoring price of 1000 objects per month.
 * @property smallestTiered bytes of an object below which it is neither monitored nor aging.
 * @property minimumTime minimum billed storage duration in seconds.
 * @property minimumFrom start of that duration: the move into the class, or the object's creation.
 * @property minimumObject minimum billed object size in bytes.
 * @property put, get price of 1000 write requests, of 1000 read requests.
 * @property partPut price of 1000 requests that begin an upload or bring a part; absent: `put`.
 * @property partPutClass the class whose `put` that is; absent: the standard one of `overhead`.
 * @property freeGets read requests of a day that are free.
 * @property list price of 1000 requests that list 1000 objects each; absent: free or not known.
 * @property freeLists such requests of a day that are free.
 * @property lifecycle price of 1000 objects moved in by a lifecycle rule; absent: impossible or
 *   free.
 * @property smallestMoved bytes of an object below which a lifecycle rule into the class leaves it
 *   where it is, unless the rule says otherwise.
 * @property upload price of ingress per byte; absent: free.
 * @property retrieval retrieval tiers, the default first; none if reading is free.
 * @property whole whether every backup in it is whole: what only changed is stored again.
 * @property freeStored bytes that are stored for nothing, as a multiple of the source.
 * @property leastStored bytes that are billed at least, for as long as there is an account.
 * @property thawedCopy price of keeping a thawed copy, per month.
 * @property egress price of bytes sent to the internet, in tiers of the monthly sum.
 * @property freeEgress free egress as a multiple of the monthly mean of stored bytes.
 * @property transfer price per byte sent to another region of the provider.
 * @property requestRate largest request rate of one prefix, in requests/s.
 * @property stream bytes/s of one request.
 * @property firstByte seconds to the first byte of an object that needs no thaw.
 * @property durability annual durability by design, in nines.
 * @property availability share of requests that are answered, by design.
 */
export interface StorageClass {
  readonly name: string;
  readonly title: string;
  readonly provider: string;
  readonly region: string;
  readonly elsewhere?: Readonly<Record<string, OtherPrices>>;
  readonly earlier?: readonly EarlierPrices[];
  readonly currency: string;
  readonly billed: 'GiB' | 'GB';
  readonly month?: Sourced;
  readonly storage: readonly PriceTier[];
  readonly aging?: readonly { readonly after: Sourced; readonly price: Sourced }[];
  readonly monitoring?: Sourced;
  readonly smallestTiered?: Sourced;
  readonly minimumTime?: Sourced;
  readonly minimumFrom?: 'move' | 'creation';
  readonly minimumObject?: Sourced;
  readonly overhead?: ObjectOverhead;
  readonly put: Sourced;
  readonly get: Sourced;
  readonly partPut?: Sourced;
  readonly partPutClass?: string;
  readonly freeGets?: Sourced;
  readonly list?: Sourced;
  readonly freeLists?: Sourced;
  readonly lifecycle?: Sourced;
  readonly smallestMoved?: Sourced;
  readonly upload?: Sourced;
  readonly retrieval: readonly Retrieval[];
  readonly whole?: true;
  readonly freeStored?: Sourced;
  readonly leastStored?: Sourced;
  readonly thawedCopy?: Sourced;
  readonly egress: readonly PriceTier[];
  readonly freeEgress?: Sourced;
  readonly transfer?: Sourced;
  readonly requestRate?: { readonly put: Sourced; readonly get: Sourced };
  readonly parts?: PartLimits;
  readonly stream: Sourced;
  readonly firstByte: Sourced;
  readonly durability: Sourced;
  readonly availability: Sourced;
}
