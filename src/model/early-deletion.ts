/** Minimum storage times. See docs/model.md, section "Bills". */

/**
 * What is left of a minimum time when an object goes, in the unit of both; nothing once it is over.
 * Source: MicrosoftDocs/azure-docs, access-tiers-overview.md: after 45 of 180 days 135 are billed.
 *
 * @example timeLeft(180, 45) // 135
 */
export const timeLeft = (minimum: number, age: number): number => Math.max(0, minimum - age);

/** An object that goes before its minimum time is over. */
export interface EarlyDeletion {
  /** billed amount: bytes, GB */
  readonly amount: number;
  /** price of it for a month */
  readonly price: number;
  /** what is left of the minimum time */
  readonly left: number;
  /** length of the month that the price is for, in the unit of `left` */
  readonly month: number;
}

/**
 * The charge for what is left, pro rata: `amount * price * left / month`.
 *
 * @example earlyDeletionCost({ amount: 538.75, price: 0.0115, left: 10, month: 30 }) // 2.065
 */
export const earlyDeletionCost = ({ amount, price, left, month }: EarlyDeletion): number =>
  (amount * price * left) / month;
