/** The lines of a bill for object storage, in display order. */
export const BILL_LINES = [
  'storage',
  'overhead',
  'monitoring',
  'requests',
  'upload',
  'transition',
  'earlyDeletion',
  'retrieval',
  'thawed',
  'egress',
  'replication',
] as const;

/** The name of a line. */
export type BillLine = (typeof BILL_LINES)[number];

/** An amount of money for each line. */
export type BillLines = Readonly<Record<BillLine, number>>;

/** A bill for a time span: its lines and their sum. */
export interface Bill {
  readonly lines: BillLines;
  readonly total: number;
}

/** Lines that are still open: amounts are added to them. */
export type OpenLines = Record<BillLine, number>;

/**
 * Lines that are all 0.
 *
 * @example emptyLines().storage // 0
 */
export const emptyLines = (): OpenLines => ({
  storage: 0,
  overhead: 0,
  monitoring: 0,
  requests: 0,
  upload: 0,
  transition: 0,
  earlyDeletion: 0,
  retrieval: 0,
  thawed: 0,
  egress: 0,
  replication: 0,
});

/**
 * Closes a bill: its total is the sum of its lines. The lines are written out, here and below:
 * access by a name that varies in a loop would be a slow dictionary look-up.
 *
 * @example billOf({ ...emptyLines(), storage: 2, egress: 1 }).total // 3
 */
export const billOf = (lines: BillLines): Bill => ({
  lines,
  total:
    lines.storage +
    lines.overhead +
    lines.monitoring +
    lines.requests +
    lines.upload +
    lines.transition +
    lines.earlyDeletion +
    lines.retrieval +
    lines.thawed +
    lines.egress +
    lines.replication,
});

/**
 * The sum of several bills.
 *
 * @example sumOfBills([january, february]).total // what both cost
 */
export function sumOfBills(bills: readonly Bill[]): Bill {
  const sum = emptyLines();
  for (const { lines } of bills) {
    sum.storage += lines.storage;
    sum.overhead += lines.overhead;
    sum.monitoring += lines.monitoring;
    sum.requests += lines.requests;
    sum.upload += lines.upload;
    sum.transition += lines.transition;
    sum.earlyDeletion += lines.earlyDeletion;
    sum.retrieval += lines.retrieval;
    sum.thawed += lines.thawed;
    sum.egress += lines.egress;
    sum.replication += lines.replication;
  }
  return billOf(sum);
}
