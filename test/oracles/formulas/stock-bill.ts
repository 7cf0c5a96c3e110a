/** Monthly bills of data that is written and read regularly. See docs/model.md, section "Bills". */

/**
 * Prices of a class: of one write, one read, one unit stored for a month, and one unit retrieved.
 */
export interface StockPrices {
  readonly write: number;
  readonly read: number;
  readonly store: number;
  readonly retrieve: number;
}

/** Data written in a month. */
export interface Ingest {
  readonly files: number;
  readonly amount: number;
}

/** How the data is used. */
export interface StockUse {
  /** the data written in each month, in order */
  readonly ingests: readonly Ingest[];
  readonly writesPerFile: number;
  readonly readsPerFile: number;
  /** shares of the stored files and of the stored amount that are read each month */
  readonly readShare: { readonly files: number; readonly amount: number };
  /** whether the reads of a month include what was written in the same month */
  readonly readsAfterWrites: boolean;
}

/** Costs of a month, and the amount stored at its end. */
export interface StockMonth {
  readonly stored: number;
  readonly write: number;
  readonly store: number;
  readonly retrieve: number;
  readonly total: number;
}

/**
 * The bill of each month. New data is billed as stored from the first day of its month. Source:
 * MicrosoftDocs/azure-docs, archive-cost-estimation.md (2022-10-17).
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

/** A cost that grows linearly with the share that is read. */
export interface ReadCost {
  readonly fixed: number;
  /** cost added if everything is read */
  readonly ofAll: number;
}

/**
 * The share read at which both cost the same; undefined if there is none between 0 and 1.
 *
 * @example breakEvenShare({ fixed: 20.14, ofAll: 704.8 }, { fixed: 165.65, ofAll: 103.4 }) // 0.242
 */
export function breakEvenShare(a: ReadCost, b: ReadCost): number | undefined {
  const share = (b.fixed - a.fixed) / (a.ofAll - b.ofAll);
  return share >= 0 && share <= 1 ? share : undefined;
}
