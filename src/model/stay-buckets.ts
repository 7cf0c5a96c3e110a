/** Stored bytes of one class, summed by month and priced. See docs/model.md, section "Bills". */
import { unitPrice } from '../catalog/unit-price.ts';
import type { OpenLines } from './bill.ts';
import { billableExtra, NO_EXTRA } from './billable-bytes.ts';
import type { Stay } from './class-stays.ts';
import { monthBuckets } from './month-buckets.ts';
import { shareOf, tieredCost } from './tiered-price.ts';

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
  /** Adds what is billed by tiers, less what is free in each month, to what all stores have of it. */
  close(totals: Map<string, TierTotals>, free?: Float64Array | null): void;
  /** Adds storage, overhead and monitoring to the bill of each month; call it after all are closed. */
  bill(months: readonly OpenLines[], totals: ReadonlyMap<string, TierTotals>): void;
}

/** Mean bytes of each month that share the tiers of a price: of objects, and of their overhead. */
export interface TierTotals {
  readonly billed: Float64Array;
  readonly added: Float64Array;
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
    billed: new Float64Array(boundaries.length - 1),
    added: new Float64Array(boundaries.length - 1),
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
    close(totals, free) {
      for (const [index, stage] of stages.entries()) {
        const [kept, added] = [stage.data.totals(), stage.extra.totals()];
        for (let month = 0; month < kept.length; month++) {
          const length = lengthOf(month);
          stage.billed[month] = Math.max(0, (kept[month] ?? 0) / length - (free?.[month] ?? 0));
          stage.added[month] = (added[month] ?? 0) / length;
        }
        addTo(totals, keyOf(of, index), stage);
      }
    },
    bill(months, totals) {
      for (const [index, { billed, added, tiers }] of stages.entries()) {
        const all = totals.get(keyOf(of, index));
        if (!all) throw new RangeError(`what lies in ${of.name} was not added up`);
        for (const [month, lines] of months.entries()) {
          const [whole = 0, extra = 0] = [all.billed[month], all.added[month]];
          const storage = tieredCost(whole, tiers);
          lines.storage += shareOf(storage, billed[month], whole);
          if (added[month] === 0) continue;
          const both = tieredCost(whole + extra, tiers);
          lines.overhead += shareOf(Math.max(0, both - storage), added[month], extra);
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

/** What has the tiers of one price list in common: a class of a region, after so many steps of age. */
const keyOf = ({ name, region }: Stay['class'], stage: number): string =>
  `${name} ${region} ${stage}`;

function addTo(totals: Map<string, TierTotals>, key: string, { billed, added }: TierTotals): void {
  const all = totals.get(key);
  if (!all) {
    totals.set(key, { billed: billed.slice(), added: added.slice() });
    return;
  }
  for (let month = 0; month < billed.length; month++) {
    all.billed[month] = (all.billed[month] as number) + (billed[month] as number);
    all.added[month] = (all.added[month] as number) + (added[month] as number);
  }
}
