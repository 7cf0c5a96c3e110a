import type { Sourced } from './sourced.ts';

/**
 * A price that holds up to so many bytes a month; the next tier goes on from there.
 *
 * @property upTo bytes counted from the first; absent in the last tier.
 */
export interface PriceTier {
  readonly upTo?: Sourced;
  readonly price: Sourced;
}

/**
 * One way to get data out of a class.
 *
 * @property name as the provider calls it: `standard`, `bulk`, `expedited`; `online` where nothing
 *   has to be thawed.
 * @property data price of a byte retrieved, beside that of its way out.
 * @property requests price of asking for one object.
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
 * What each archived object takes beside its own bytes.
 *
 * @property own bytes at the price of the class.
 * @property standard bytes at the price of `standardClass`, which is `standardPrice`.
 */
export interface ObjectOverhead {
  readonly own: Sourced;
  readonly standard: Sourced;
  readonly standardPrice: Sourced;
  readonly standardClass: string;
}

/**
 * Into what an object may be cut.
 *
 * @property most parts of one object.
 * @property least, largest bytes of a part; the last one may be smaller.
 * @property object bytes of the largest object.
 */
export interface PartLimits {
  readonly most: Sourced;
  readonly least: Sourced;
  readonly largest: Sourced;
  readonly object: Sourced;
}

/**
 * A class of object storage, or a vault that is billed like one, with its list prices.
 *
 * @property name as written in a scenario, e.g. `cloud/aws-s3-standard`.
 * @property currency ISO 4217 code of every price below.
 * @property billed the unit of bytes on the bill: 2^30 or 10^9 bytes.
 * @property month seconds that a month's price is for; absent where it is the calendar month.
 * @property storage price of bytes kept for a month, by tiers of the month's mean.
 * @property aging lower storage prices of what was not read for so long, for classes that move
 *   objects by themselves; without tiers.
 * @property monitoring price of 1000 objects for a month.
 * @property minimumTime seconds that are billed at least.
 * @property minimumFrom from when they count: the move into the class, or the object's creation.
 * @property minimumObject bytes that an object is billed for at least.
 * @property put, get price of 1000 requests that write, that read.
 * @property lifecycle price of 1000 objects moved in by rule; absent where none can be, or free.
 * @property upload price of a byte on its way in; absent where it is free.
 * @property retrieval ways to get data out, the usual one first; none where reading is free.
 * @property thawedCopy price of keeping a thawed copy, for a month.
 * @property egress price of bytes that leave for the internet, by tiers of the month's sum.
 * @property freeEgress how many times the month's mean of stored bytes may leave for nothing.
 * @property transfer price of a byte sent to another region of the provider.
 * @property requestRate requests a second that one prefix takes.
 * @property stream bytes a second of one request.
 * @property firstByte seconds until the first byte of an object that needs no thaw.
 * @property durability nines of the chance that an object is there after a year, by design.
 * @property availability share of requests that are answered, by design.
 */
export interface StorageClass {
  readonly name: string;
  readonly title: string;
  readonly provider: string;
  readonly region: string;
  readonly currency: string;
  readonly billed: 'GiB' | 'GB';
  readonly month?: Sourced;
  readonly storage: readonly PriceTier[];
  readonly aging?: readonly { readonly after: Sourced; readonly price: Sourced }[];
  readonly monitoring?: Sourced;
  readonly minimumTime?: Sourced;
  readonly minimumFrom?: 'move' | 'creation';
  readonly minimumObject?: Sourced;
  readonly overhead?: ObjectOverhead;
  readonly put: Sourced;
  readonly get: Sourced;
  readonly lifecycle?: Sourced;
  readonly upload?: Sourced;
  readonly retrieval: readonly Retrieval[];
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
