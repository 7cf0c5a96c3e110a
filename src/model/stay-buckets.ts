/** Stored bytes of one class, summed by month and priced. See docs/model.md, section "Bills". */
import { unitPrice } from '../catalog/unit-price.ts';
import type { OpenLines } from './bill.ts';
import { billableExtra, NO_EXTRA } from './billable-bytes.ts';
import type { Stay } from './class-stays.ts';
import { monthBuckets } from './month-buckets.ts';
import { tieredCost } from './tiered-price.ts';

/** A segment: bytes, and objects of one size. */
interface Held {
  readonly written: number;
  readonly deleted: number;
  readonly bytes: number;
  readonly objects: number;
}

/** Sums of what is stored during one stay in a class. */
export interface StayBuckets {
  /** Adds a segment for the part of its life that belongs to the stay. */
  add(segment: Held): void;
  /** Mean bytes stored in each month, without overhead; call it after the last `add`. */
  means(): Float64Array;
  /** Adds storage, overhead and monitoring to the bill of each month, less what is free then. */
  bill(months: readonly OpenLines[], free?: Float64Array | null): void;
}

/**
 * Buckets for one stay. A monthly price applies to the class's own length of a month if it has one,
 * otherwise to the calendar month.
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
  const hasExtra = of.minimumObject !== undefined || of.overhead !== undefined;
  const smallest = of.smallestTiered?.value ?? 0;
  const standard = monthBuckets(boundaries);
  const objects = monthBuckets(boundaries);
  const lengthOf = (month: number): number =>
    of.month?.value ?? (boundaries[month + 1] ?? 0) - (boundaries[month] ?? 0);
  return {
    add(segment) {
      const end = Math.min(segment.deleted, until);
      const extra = hasExtra ? billableExtra(segment.bytes, segment.objects, of) : NO_EXTRA;
      // Objects that the class does not look after keep its first price.
      const isSmall = segment.bytes < smallest * segment.objects;
      for (const stage of stages) {
        const from = segment.written + stage.after;
        if (from >= end || (isSmall && stage.after > stay.after)) break;
        const to = Math.min(end, segment.written + (isSmall ? stay.until : stage.until));
        stage.data.add(from, to, segment.bytes);
        stage.extra.add(from, to, extra.own);
      }
      const from = segment.written + stay.after;
      const to = Math.min(end, segment.written + stay.until);
      standard.add(from, to, extra.standard);
      if (of.monitoring && !isSmall) objects.add(from, to, segment.objects);
    },
    means() {
      const sums = Array.from(stages, ({ data }) => data.totals());
      return Float64Array.from(
        { length: boundaries.length - 1 },
        (_, month) => sums.reduce((sum, each) => sum + (each[month] ?? 0), 0) / lengthOf(month),
      );
    },
    bill(months, free) {
      for (const { data, extra, tiers } of stages) {
        const [kept, added] = [data.totals(), extra.totals()];
        for (const [month, lines] of months.entries()) {
          const length = lengthOf(month);
          const billed = Math.max(0, (kept[month] ?? 0) / length - (free?.[month] ?? 0));
          const storage = tieredCost(billed, tiers);
          lines.storage += storage;
          if (added[month] === 0) continue;
          const both = tieredCost(billed + (added[month] ?? 0) / length, tiers);
          lines.overhead += Math.max(0, both - storage);
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
