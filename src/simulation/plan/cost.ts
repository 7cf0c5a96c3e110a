/** What a store costs to have, in the currency of the answers; times in seconds, power in watts. */
export interface StoreCost {
  readonly drives: number;
  readonly drive: number;
  readonly once: number;
  /** A second. */
  readonly yearly: number;
  readonly cartridge: number;
  readonly courier: number;
  readonly life: number;
  readonly power: number;
  /** Bytes that are bought at a time when it is full, and their price; 0: it stays full. */
  readonly step: number;
  readonly stepPrice: number;
  readonly lead: number;
}

/** Prices of the whole scenario, in the currency of the answers, a second or a joule. */
export interface CostPlan {
  readonly currency: string;
  readonly staff: number;
  readonly energy: number;
  /** Share of the time that people spend on backups. */
  readonly staffShare: number;
  readonly outage: number;
  readonly lostData: number;
}
