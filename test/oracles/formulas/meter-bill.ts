/** A bill from metered quantities. See docs/model.md, section "Bills". */

/** The cost of each meter, and their sum. */
export interface MeterBill {
  readonly costs: Readonly<Record<string, number>>;
  readonly total: number;
}

/**
 * Quantity times unit price for each meter. A meter without a price costs 0 if its quantity is 0.
 *
 * @throws RangeError if a meter with a quantity has no price.
 * @example meterBill({ snapshots: 100 }, { snapshots: 0.05 }) // { costs: { snapshots: 5 }, total: 5 }
 */
export function meterBill(
  quantities: Readonly<Record<string, number>>,
  prices: Readonly<Record<string, number>>,
): MeterBill {
  const costs: Record<string, number> = {};
  let total = 0;
  for (const [meter, quantity] of Object.entries(quantities)) {
    const price = Object.hasOwn(prices, meter) ? prices[meter] : undefined;
    if (price === undefined && quantity !== 0) throw new RangeError(`${meter} has no price`);
    const cost = quantity * (price ?? 0);
    costs[meter] = cost;
    total += cost;
  }
  return { costs, total };
}
