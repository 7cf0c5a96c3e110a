/** A bill of which only what has tiers is still open. See docs/model.md, section "Bills". */

import type { StorageClass } from '../catalog/storage-class.ts';
import { unitPrice } from '../catalog/unit-price.ts';
import { emptyLines, type OpenLines } from './bill.ts';
import { billableExtra } from './billable-bytes.ts';
import { type Stay, staysOf } from './class-stays.ts';
import { earlyDeletionCost, timeLeft } from './early-deletion.ts';
import { monthIndex } from './month-buckets.ts';
import { writesOf } from './object-requests.ts';
import { retrievalCost, thawedCost } from './retrieval.ts';
import { type StayBuckets, stayBuckets } from './stay-buckets.ts';
import type { StoreUse } from './store-use.ts';

/** A store with all lines of its bill but those that an account shares: storage and egress. */
export interface OpenBill {
  readonly use: StoreUse;
  readonly months: readonly OpenLines[];
  /** What it holds in each of the classes that its objects pass through. */
  readonly buckets: readonly StayBuckets[];
  /** Bytes that leave for the internet in each month. */
  readonly leaving: Float64Array;
}

/**
 * Opens the bill of a store: bills what has a price by the piece, and adds up stored bytes by month.
 * Takes time in proportion to segments times classes, and to the days in which a segment arrived.
 *
 * @throws RangeError if a class has another currency or lacks a named retrieval tier; both are
 *   bugs.
 * @example openBill({ class: s3Standard, segments, partBytes, boundaries, until }).months[0]?.requests
 */
export function openBill(use: StoreUse): OpenBill {
  const months = Array.from({ length: use.boundaries.length - 1 }, emptyLines);
  const stays = Array.from(staysOf(use.class, use.transitions ?? []), priced);
  const buckets = Array.from(stays, (stay) => stayBuckets(stay, use.boundaries, use.until));
  const arrival = pricesOf(use.class);
  const { began, written, deleted, bytes, objects } = use.segments;
  // One object for all segments, since there are thousands.
  const segment = { written: 0.5, deleted: 0.5, bytes: 0.5, objects: 0.5 };
  for (let i = 0; i < written.length; i++) {
    const end = written[i] ?? 0;
    const begin = began?.[i] ?? end;
    // What arrives over days is billed day by day (a slow one may take ages), each from its middle.
    const parts = Math.min(1000, Math.max(1, Math.ceil((end - begin) / DAY)));
    segment.deleted = deleted[i] ?? Number.POSITIVE_INFINITY;
    segment.bytes = (bytes[i] ?? 0) / parts;
    segment.objects = (objects[i] ?? 0) / parts;
    for (let part = 0; part < parts; part++) {
      segment.written = begin + ((end - begin) * (part + 0.5)) / parts;
      if (!(segment.deleted > segment.written)) continue;
      billArrival(use, months, segment, arrival);
      billStays(use, months, segment, stays, buckets);
    }
  }
  return { use, months, buckets, leaving: billReads(use, months) };
}

const DAY = 86_400;

/** Bills a segment in each of the classes that it passes through. */
function billStays(
  use: StoreUse,
  months: Months,
  segment: Segment,
  stays: readonly PricedStay[],
  buckets: readonly StayBuckets[],
): void {
  for (let index = 0; index < stays.length; index++) {
    const stay = stays[index] as PricedStay;
    if (segment.written + stay.after >= Math.min(segment.deleted, use.until)) break;
    buckets[index]?.add(segment);
    if (index > 0) billTransition(use, months, segment, stay);
    billEarlyDeletion(use, months, segment, stay);
  }
}

interface Segment {
  readonly written: number;
  readonly deleted: number;
  readonly bytes: number;
  readonly objects: number;
}

type Months = readonly OpenLines[];

/** Unit prices of a class, computed once, since there are thousands of segments. */
const pricesOf = ({
  put,
  partPut = put,
  upload,
  transfer,
  lifecycle,
  storage,
  parts,
}: StorageClass) => ({
  put: unitPrice(put),
  partPut: unitPrice(partPut),
  commits: parts?.commits.value ?? 0,
  upload: unitPrice(upload),
  transfer: unitPrice(transfer),
  lifecycle: unitPrice(lifecycle),
  storage: unitPrice(storage[0]?.price),
});

type Prices = ReturnType<typeof pricesOf>;

interface PricedStay extends Stay {
  readonly prices: Prices;
}

const priced = (stay: Stay): PricedStay => ({ ...stay, prices: pricesOf(stay.class) });

/** The open lines of the month of an instant; undefined outside the billed time. */
const linesAt = (use: StoreUse, months: Months, instant: number): OpenLines | undefined =>
  instant < use.until ? months[monthIndex(use.boundaries, instant)] : undefined;

function billArrival(
  use: StoreUse,
  months: Months,
  { written, bytes, objects }: Segment,
  prices: Prices,
): void {
  const lines = linesAt(use, months, written);
  if (!lines) return;
  // The last write of an object, which completes it, has the price of its class.
  const before = objects > 0 ? writesOf(bytes / objects, use.partBytes, prices.commits) - 1 : 0;
  lines.requests += objects * (before * prices.partPut + prices.put);
  lines.upload += bytes * prices.upload;
  if (use.arrival === 'region') lines.replication += bytes * prices.transfer;
}

function billTransition(use: StoreUse, months: Months, segment: Segment, stay: PricedStay): void {
  const lines = linesAt(use, months, segment.written + stay.after);
  if (lines) lines.transition += segment.objects * stay.prices.lifecycle;
}

/**
 * Bills the rest of a minimum storage duration when a segment is deleted, or moves to the next
 * class. A duration that counts from creation continues after such a move, so the move is not
 * billed.
 */
function billEarlyDeletion(
  use: StoreUse,
  months: Months,
  segment: Segment,
  stay: PricedStay,
): void {
  const { minimumTime, minimumFrom = 'move', month } = stay.class;
  if (!minimumTime) return;
  const moved = segment.written + stay.until;
  if (minimumFrom === 'creation' && moved < segment.deleted) return;
  const end = Math.min(moved, segment.deleted);
  const lines = linesAt(use, months, end);
  if (!lines) return;
  const since = minimumFrom === 'move' ? segment.written + stay.after : segment.written;
  const index = monthIndex(use.boundaries, end);
  lines.earlyDeletion += earlyDeletionCost({
    amount: segment.bytes + billableExtra(segment.bytes, segment.objects, stay.class).own,
    price: stay.prices.storage,
    left: timeLeft(minimumTime.value, end - since),
    month: month?.value ?? (use.boundaries[index + 1] ?? 0) - (use.boundaries[index] ?? 0),
  });
}

/** Bills all reads but their way out; returns the bytes that leave for the internet in each month. */
function billReads(use: StoreUse, months: Months): Float64Array {
  const leaving = new Float64Array(months.length);
  for (const read of use.reads ?? []) {
    const lines = linesAt(use, months, read.at);
    if (!lines) continue;
    lines.requests += read.gets * unitPrice(read.from.get);
    lines.requests += (read.lists ?? 0) * unitPrice(use.class.list);
    lines.retrieval += retrievalCost(read.from, read);
    lines.thawed += thawedCost(read.from, read.bytes, read.thawedFor ?? 0);
    lines.replication += (read.toRegion ?? 0) * unitPrice(read.from.transfer);
    const month = monthIndex(use.boundaries, read.at);
    leaving[month] = (leaving[month] ?? 0) + (read.toInternet ?? 0);
  }
  return leaving;
}
