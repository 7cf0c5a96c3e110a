/**
 * Cost of owning a store, in the report currency; times in seconds, power in watts.
 *
 * @property drives number of drives; `drive` is the price of one.
 * @property once price of everything else that is bought once.
 * @property cartridge, courier price of one cartridge, of one shipment to the vault.
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
  /** Bytes added per expansion once the store is full, and their price; 0: it is never expanded. */
  readonly step: number;
  readonly stepPrice: number;
  readonly lead: number;
}

/** Prices that apply to the whole scenario, in the report currency per second or per joule. */
export interface CostPlan {
  readonly currency: string;
  readonly staff: number;
  readonly energy: number;
  /** Share of all hours (24/7) that staff spend on backups. */
  readonly staffShare: number;
  readonly outage: number;
  readonly lostData: number;
}
