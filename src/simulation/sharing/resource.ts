/** Relative tolerance: numbers within it differ by rounding alone and count as equal. */
export const ROUNDING = 1e-14;

/** A resource that flows share: the cores of a site, a link, the time of a store. */
export interface SharedResource {
  capacity: number;
  /** Number of classes that use it, and whether it is the bottleneck of one of them. */
  classes: number;
  tight: boolean;
  /** Units in use; valid while `Sharing.measured` is true. */
  used: number;
  /**
   * During `share`: units not yet given to fixed classes; units that all other flows take at a rate
   * of 1 byte a second each; the rate at which they would use it up (`left / load`); and the lowest
   * limit among its users.
   */
  left: number;
  load: number;
  level: number;
  least: number;
}
