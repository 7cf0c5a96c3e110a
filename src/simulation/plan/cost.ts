/**
 * A part of a cost that has no price. Of a store `devices` is all that it is made of, `library` the
 * frame and robot around tape drives, `purchases` the drives that are bought later; `people` belongs
 * to no store.
 *
 * @property currency that of a catalog price that no exchange converts; null: there is no price.
 */
export interface UnpricedPart {
  readonly part: (typeof UNPRICED_PARTS)[number];
  readonly currency: string | null;
}

/** Parts that may lack a price, in the order reports list them. */
export const UNPRICED_PARTS = [
  'devices',
  'library',
  'purchases',
  'cartridges',
  'courier',
  'energy',
  'people',
] as const;

/**
 * Cost of owning a store, in the report currency; times in seconds, power in watts. What has no price
 * counts as 0 and is listed.
 *
 * @property drives number of drives; `drive` is the price of one.
 * @property once price of everything else that is bought once.
 * @property cartridge, courier price of one cartridge, of one shipment to the vault.
 * @property enclosure what it is built into; null: nobody knows.
 * @property life seconds over which purchases are depreciated.
 * @property lead seconds from an order until the new capacity can be used.
 */
export interface StoreCost {
  readonly drives: number;
  readonly drive: number;
  readonly once: number;
  /** Running cost per second. */
  readonly yearly: number;
  readonly cartridge: number;
  readonly courier: number;
  readonly life: number;
  readonly power: number;
  readonly enclosure: EnclosurePlan | null;
  /** Bytes added per expansion once the store is full; 0: it is never expanded. */
  readonly step: number;
  /** Drives, or slots with a cartridge each, of one expansion; and the power that it draws. */
  readonly stepNumber: number;
  readonly stepPower: number;
  /** Price of one expansion; null: it has none. */
  readonly stepPrice: number | null;
  readonly lead: number;
  readonly unpriced: readonly UnpricedPart[];
}

/**
 * What a store is built into: enclosures of so many rack units with so many places each, of which
 * its drives or slots take `filled` on day one.
 */
export interface EnclosurePlan {
  readonly places: number;
  readonly rackUnits: number;
  readonly filled: number;
}

/** Prices that apply to the whole scenario, in the report currency per second or per joule. */
export interface CostPlan {
  readonly currency: string;
  /** Null: people have no price. */
  readonly staff: number | null;
  readonly energy: number;
  /** Share of all hours (24/7) that staff spend on backups. */
  readonly staffShare: number;
  readonly outage: number;
  readonly lostData: number;
  /** By workload, price of losing all of it; null: it has none. */
  readonly allLost: readonly (number | null)[];
}
