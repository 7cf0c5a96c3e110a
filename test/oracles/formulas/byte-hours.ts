/** Storage over time, as bills measure it. See docs/model.md, section "Bills". */

/** An amount and the hours for which it is stored; the caller chooses the unit of the amount. */
export interface StoredSpan {
  readonly amount: number;
  readonly hours: number;
}

/**
 * Sum of amount times hours over all spans: byte-hours if the amounts are bytes.
 *
 * @example amountHours([{ amount: 400, hours: 360 }, { amount: 800, hours: 360 }]) // 432_000
 */
export const amountHours = (spans: readonly StoredSpan[]): number =>
  spans.reduce((sum, { amount, hours }) => sum + amount * hours, 0);

/**
 * Mean amount stored in a month; monthly prices apply to it.
 *
 * @param hoursInMonth hours of the month: 720 to 744, or the provider's divisor
 * @param hours amount times hours in that month
 * @example meanOfMonth(432_000, 720) // 600
 */
export const meanOfMonth = (hours: number, hoursInMonth: number): number => hours / hoursInMonth;
