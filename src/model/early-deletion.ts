/** Minimum storage durations. See docs/model.md, section "Bills". */

/**
 * Remainder of a minimum storage duration when an object is deleted, in the unit of both; 0 once it
 * is over. Source: MicrosoftDocs/azure-docs, access-tiers-overview.md: after 45 of 180 days 135 are
 * billed.
 *
 * @example timeLeft(180, 45) // 135
 */
export const timeLeft = (minimum: number, age: number): number => Math.max(0, minimum - age);

/** An object that is deleted before its minimum storage duration is over. */
export interface EarlyDeletion {
  /** billed amount, such as bytes or GB */
  readonly amount: number;
  /** price of one unit of it for a month */
  readonly price: number;
  /** remainder of the minimum storage duration */
  readonly left: number;
  /** length of the month that the price applies to, in the unit of `left` */
  readonly month: number;
}

/**
 * The early-deletion charge, pro rata: `amount * price * left / month`.
 *
 * @example earlyDeletionCost({ amount: 538.75, price: 0.0115, left: 10, month: 30 }) // 2.065
 */
export const earlyDeletionCost = ({ amount, price, left, month }: EarlyDeletion): number =>
  (amount * price * left) / month;
