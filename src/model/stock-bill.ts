/** Months of a stock that is written to and read from. See docs/model.md, section "Bills". */

/** Prices of a class: for one write, for one read, for one unit kept a month, for one retrieved. */
export interface StockPrices {
  readonly write: number;
  readonly read: number;
  readonly store: number;
  readonly retrieve: number;
}

/** What comes in during a month. */
export interface Ingest {
  readonly files: number;
  readonly amount: number;
}

/** How a stock is used. */
export interface StockUse {
  /** what is written in each month, the first one first */
  readonly ingests: readonly Ingest[];
  readonly writesPerFile: number;
  readonly readsPerFile: number;
  /** share of the files, and of the amount, that is read each month */
  readonly readShare: { readonly files: number; readonly amount: number };
  /** whether a month's reads find what the same month wrote */
  readonly readsAfterWrites: boolean;
}

/** What a month costs, and what is stored at its end. */
export interface StockMonth {
  readonly stored: number;
  readonly write: number;
  readonly store: number;
  readonly retrieve: number;
  readonly total: number;
}

/**
 * The bill of each month: what comes in is stored from the first day of its month on.
 * Source: MicrosoftDocs/azure-docs, archive-cost-estimation.md (2022-10-17).
 *
 * @example stockBill(use, prices)[0].total // 151.86 for the example of the source
 */
export function stockBill(use: StockUse, prices: StockPrices): readonly StockMonth[] {
  let [files, stored] = [0, 0];
  return use.ingests.map((ingest) => {
    const before = { files, stored };
    files += ingest.files;
    stored += ingest.amount;
    const seen = use.readsAfterWrites ? { files, stored } : before;
    const write = ingest.files * use.writesPerFile * prices.write;
    const store = stored * prices.store;
    const retrieve =
      seen.files * use.readShare.files * use.readsPerFile * prices.read +
      seen.stored * use.readShare.amount * prices.retrieve;
    return { stored, write, store, retrieve, total: write + store + retrieve };
  });
}

/** A cost that grows with the share that is read. */
export interface ReadCost {
  readonly fixed: number;
  /** added if all were read */
  readonly ofAll: number;
}

/**
 * The share read at which both cost the same; undefined where neither ever overtakes the other.
 *
 * @example breakEvenShare({ fixed: 20.14, ofAll: 704.8 }, { fixed: 165.65, ofAll: 103.4 }) // 0.242
 */
export function breakEvenShare(a: ReadCost, b: ReadCost): number | undefined {
  const share = (b.fixed - a.fixed) / (a.ofAll - b.ofAll);
  return share >= 0 && share <= 1 ? share : undefined;
}
