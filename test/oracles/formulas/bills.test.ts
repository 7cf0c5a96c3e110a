import { describe, expect, it } from 'vitest';
import { billMonths } from '../../../src/model/bill-months.ts';
import { staysOf } from '../../../src/model/class-stays.ts';
import { earlyDeletionCost, timeLeft } from '../../../src/model/early-deletion.ts';
import { monthBuckets, monthIndex } from '../../../src/model/month-buckets.ts';
import { tieredCost } from '../../../src/model/tiered-price.ts';
import { classNamed, DAY } from '../../support/stored-segments.ts';
import { tierCosts } from '../../support/tier-costs.ts';
import { amountHours, meanOfMonth } from './byte-hours.ts';
import { meterBill } from './meter-bill.ts';
import { dailySnapshots, snapshotAmounts } from './snapshot-bill.ts';
import { breakEvenShare, stockBill } from './stock-bill.ts';
import { yearOf } from './yearly-bill.ts';

describe('amounts over time', () => {
  it('are summed, and divided by the hours of the month', () => {
    const spans = [
      { amount: 400, hours: 360 },
      { amount: 800, hours: 360 },
    ];
    expect(meanOfMonth(amountHours(spans), 720)).toBe(600);
    expect(amountHours([])).toBe(0);
  });

  it('are kept by month', () => {
    const buckets = monthBuckets(Float64Array.of(0, 10, 20, 40));
    buckets.add(5, 35, 2);
    buckets.add(-5, 100, 1);
    buckets.add(12, 13, 7);
    buckets.add(20, 20, 9);
    buckets.add(-9, -1, 9);
    expect([...buckets.totals()]).toEqual([10 + 10, 20 + 10 + 7, 30 + 20]);
    const at = (instant: number) => monthIndex(Float64Array.of(0, 10, 20), instant);
    expect([-1, 0, 9.9, 10, 19, 20].map(at)).toEqual([-1, 0, 0, 1, 1, 2]);
  });

  it('have months of the wall clock', () => {
    const at = (text: string) => Date.parse(text) / 1000;
    const months = billMonths('Europe/Berlin', at('2026-03-05T00:00Z'), at('2026-04-30T22:00Z'));
    expect([...months.boundaries]).toEqual([
      ...[at('2026-02-28T23:00Z'), at('2026-03-31T22:00Z'), at('2026-04-30T22:00Z')],
    ]);
    expect([yearOf(months, 0), yearOf(months, 9), yearOf(months, 10)]).toEqual([2026, 2026, 2027]);
  });
});

describe('prices', () => {
  it('fall by tiers; what lies beyond the last one costs what it does', () => {
    const tiers = [
      { upTo: 10, price: 3 },
      { upTo: 20, price: 2 },
    ];
    expect(tierCosts(25, tiers)).toEqual([30, 30]);
    expect(tierCosts(5, tiers)).toEqual([15, 0]);
    expect(tieredCost(15, tiers)).toBe(40);
    expect(tieredCost(15, [])).toBe(0);
  });

  it('by meter', () => {
    expect(meterBill({ a: 2, b: 0 }, { a: 3 })).toEqual({ costs: { a: 6, b: 0 }, total: 6 });
    expect(() => meterBill({ c: 1 }, { a: 3 })).toThrow('c has no price');
  });

  it('of an early end are those of the time left', () => {
    expect([timeLeft(30, 21), timeLeft(180, 45), timeLeft(30, 31)]).toEqual([9, 135, 0]);
    expect(earlyDeletionCost({ amount: 30, price: 0.01, left: 10, month: 30 })).toBeCloseTo(
      0.1,
      12,
    );
  });
});

describe('snapshots', () => {
  it('in the standard tier hold what changed, archived ones the volume', () => {
    const found = snapshotAmounts(100, [5, 10]);
    expect(found).toEqual({ standard: [100, 5, 10], total: 115, archived: [100, 105, 115] });
    expect(dailySnapshots({ volume: 10, fullShare: 0.5, changePerDay: 1, days: 3 })).toEqual({
      ...{ first: 5, increments: 3, total: 8 },
    });
  });
});

describe('stays', () => {
  it('follow the rules by age; of two at one age the last one counts', () => {
    const [warm, rare, deep] = ['aws-s3-standard', 'aws-s3-standard-ia', 'aws-s3-deep-archive'].map(
      (name) => classNamed(`cloud/${name}`),
    );
    if (!warm || !rare || !deep) throw new Error('no class');
    const stays = staysOf(warm, [
      { after: 30 * DAY, to: rare },
      { after: 30 * DAY, to: deep },
    ]);
    expect(stays.map((stay) => [stay.class.name, stay.after, stay.until])).toEqual([
      ['cloud/aws-s3-standard', 0, 30 * DAY],
      ['cloud/aws-s3-deep-archive', 30 * DAY, Number.POSITIVE_INFINITY],
    ]);
    // Moved at once, it is written into the first class and lies there for no time.
    const atOnce = staysOf(warm, [{ after: 0, to: deep }]);
    expect(atOnce.map((stay) => [stay.class, stay.after, stay.until])).toEqual([
      [warm, 0, 0],
      [deep, 0, Number.POSITIVE_INFINITY],
    ]);
  });
});

/** MicrosoftDocs/azure-docs 076869c, archive-cost-estimation.md: one month, 10,240 GB, a tenth read. */
describe('archive or cool (Azure docs)', () => {
  const ARCHIVE = { write: 0.1 / 1e4, read: 5 / 1e4, store: 0.00099, retrieve: 0.02 };
  const COOL = { write: 0.1 / 1e4, read: 0.01 / 1e4, store: 0.0152, retrieve: 0.01 };
  const cost = (prices: typeof ARCHIVE, files: number, share: number): number =>
    stockBill(
      {
        ingests: [{ files, amount: 10_240 }],
        ...{ writesPerFile: 1, readsPerFile: 1, readsAfterWrites: true },
        readShare: { files: share, amount: share },
      },
      prices,
    )[0]?.total ?? Number.NaN;

  it.each([
    [200_000, '42.62', '167.91'],
    [1_000_000, '90.62', '175.99'],
  ])('%d files: %s and %s USD', (files, archive, cool) => {
    expect(cost(ARCHIVE, files, 0.1).toFixed(2)).toBe(archive);
    expect(cost(COOL, files, 0.1).toFixed(2)).toBe(cool);
  });

  it('a million files break even near 25 % read', () => {
    const line = (prices: typeof ARCHIVE) => {
      const fixed = cost(prices, 1e6, 0);
      return { fixed, ofAll: cost(prices, 1e6, 1) - fixed };
    };
    const share = breakEvenShare(line(ARCHIVE), line(COOL)) ?? Number.NaN;
    expect(share).toBeCloseTo(0.242, 3);
    expect(cost(ARCHIVE, 1e6, share)).toBeCloseTo(cost(COOL, 1e6, share), 9);
    expect(breakEvenShare({ fixed: 1, ofAll: 1 }, { fixed: 2, ofAll: 2 })).toBeUndefined();
  });

  it('reads that come before the writes find the stock of the month before', () => {
    const use = {
      ingests: [
        { files: 1e4, amount: 1 },
        { files: 1e4, amount: 1 },
      ],
      ...{ writesPerFile: 1, readsPerFile: 1, readsAfterWrites: false },
      readShare: { files: 1, amount: 0 },
    };
    const prices = { write: 0, read: 1, store: 0, retrieve: 0 };
    expect(stockBill(use, prices).map(({ retrieve }) => retrieve)).toEqual([0, 1e4]);
  });
});
