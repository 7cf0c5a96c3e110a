/** Storage by the hour, as bills count it. See docs/model.md, section "Bills". */

/** An amount that is stored for so many hours; the unit of the amount is the caller's. */
export interface StoredSpan {
  readonly amount: number;
  readonly hours: number;
}

/**
 * Amount times hours, over all spans: byte-hours where the amounts are bytes.
 * Source: Amazon S3 FAQ, "How does Amazon S3 calculate storage used?".
 *
 * @example amountHours([{ amount: 400, hours: 360 }, { amount: 800, hours: 360 }]) // 432_000
 */
export const amountHours = (spans: readonly StoredSpan[]): number =>
  spans.reduce((sum, { amount, hours }) => sum + amount * hours, 0);

/**
 * What was stored on average over a month, which is what a month's price is for.
 *
 * @param hoursInMonth hours of the month: 720 to 744, or what the provider divides by
 * @example meanOfMonth(432_000, 720) // 600
 */
export const meanOfMonth = (hours: number, hoursInMonth: number): number => hours / hoursInMonth;
