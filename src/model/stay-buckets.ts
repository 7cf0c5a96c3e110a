/** Stored bytes of one class, collected by month and priced. See docs/model.md, section "Bills". */
import { unitPrice } from '../catalog/unit-price.ts';
import type { OpenLines } from './bill.ts';
import { billableExtra } from './billable-bytes.ts';
import type { Stay } from './class-stays.ts';
import { monthBuckets } from './month-buckets.ts';
import { tieredCost } from './tiered-price.ts';

/** What lies in a class: bytes, and objects of one size. */
interface Held {
  readonly written: number;
  readonly deleted: number;
  readonly bytes: number;
  readonly objects: number;
}

/** Collects what lies in a class for as long as a stay lasts. */
export interface StayBuckets {
  /** Adds a segment, for the part of its life that it spends here. */
  add(segment: Held): void;
  /** Bytes stored on average in each month, overhead left out; after the last segment was added. */
  means(): Float64Array;
  /** Writes storage, overhead and monitoring on the bill of each month. */
  bill(months: readonly OpenLines[]): void;
}

/**
 * Buckets for one stay. A month's price is for the class's own month where it has one, else for the
 * calendar month.
 *
 * @param boundaries instants at which months begin, and the end of the last
 * @param until instant at which the bill ends
 * @example stayBuckets(stay, boundaries, until).add({ written, deleted, bytes, objects })
 */
export function stayBuckets(stay: Stay, boundaries: Float64Array, until: number): StayBuckets {
  const of = stay.class;
  const stages = Array.from(stay.stages, ({ after, tiers }, index) => ({
    after,
    until: stay.stages[index + 1]?.after ?? stay.until,
    tiers,
    data: monthBuckets(boundaries),
    extra: monthBuckets(boundaries),
  }));
  const standard = monthBuckets(boundaries);
  const objects = monthBuckets(boundaries);
  const lengthOf = (month: number): number =>
    of.month?.value ?? (boundaries[month + 1] ?? 0) - (boundaries[month] ?? 0);
  return {
    add(segment) {
      const end = Math.min(segment.deleted, until);
      const extra = billableExtra(segment.bytes, segment.objects, of);
      for (const stage of stages) {
        const from = segment.written + stage.after;
        if (from >= end) break;
        const to = Math.min(end, segment.written + stage.until);
        stage.data.add(from, to, segment.bytes);
        stage.extra.add(from, to, extra.own);
      }
      const from = segment.written + stay.after;
      const to = Math.min(end, segment.written + stay.until);
      standard.add(from, to, extra.standard);
      if (of.monitoring) objects.add(from, to, segment.objects);
    },
    means() {
      const sums = Array.from(stages, ({ data }) => data.totals());
      return Float64Array.from(
        { length: boundaries.length - 1 },
        (_, month) => sums.reduce((sum, each) => sum + (each[month] ?? 0), 0) / lengthOf(month),
      );
    },
    bill(months) {
      for (const { data, extra, tiers } of stages) {
        const [kept, added] = [data.totals(), extra.totals()];
        for (const [month, lines] of months.entries()) {
          const length = lengthOf(month);
          const alone = tieredCost((kept[month] ?? 0) / length, tiers);
          lines.storage += alone;
          if (added[month] === 0) continue;
          const both = tieredCost(((kept[month] ?? 0) + (added[month] ?? 0)) / length, tiers);
          lines.overhead += Math.max(0, both - alone);
        }
      }
      const [small, watched] = [standard.totals(), objects.totals()];
      for (const [month, lines] of months.entries()) {
        const length = lengthOf(month);
        lines.overhead += ((small[month] ?? 0) / length) * unitPrice(of.overhead?.standardPrice);
        lines.monitoring += ((watched[month] ?? 0) / length) * unitPrice(of.monitoring);
      }
    },
  };
}
