import { describe, expect, it } from 'vitest';
import { billOf, emptyLines, sumOfBills } from '../../src/model/bill.ts';
import { billMonths } from '../../src/model/bill-months.ts';
import type { StoreUse } from '../../src/model/store-use.ts';
import { billsByYear } from '../oracles/formulas/yearly-bill.ts';
import { classNamed, columns, DAY, GIB, objectBill, storeOf } from '../support/stored-segments.ts';

const standard = classNamed('cloud/aws-s3-standard');
const rare = classNamed('cloud/aws-s3-standard-ia');
const deep = classNamed('cloud/aws-s3-deep-archive');
const lines = (use: StoreUse, month?: number) => {
  const bill = objectBill(use);
  return (month === undefined ? bill : bill.months[month])?.lines ?? emptyLines();
};

describe('what is stored', () => {
  it('is billed by the mean of the month', () => {
    const use = storeOf(standard, [{ written: 15, deleted: 75, gib: 1000 }]);
    const months = objectBill(use).months.map((bill) => bill.lines.storage);
    expect(months.slice(0, 4)).toEqual([11.5, 23, 11.5, 0]);
    expect(lines(use).requests).toBeCloseTo(0.005 / 1000, 12);
  });

  it('falls into tiers by the sum of all pieces', () => {
    const segments = Array.from({ length: 60 }, () => ({ written: 0, gib: 1024 }));
    const kept = lines(storeOf(standard, segments), 0).storage;
    expect(kept).toBeCloseTo(50 * 1024 * 0.023 + 10 * 1024 * 0.022, 6);
  });

  it('counts 730 h for a month of Google: 31 days cost 2 % more', () => {
    const google = classNamed('cloud/gcs-coldline');
    const boundaries = Float64Array.of(0, 31 * DAY);
    const use = { ...storeOf(google, [{ written: 0, gib: 1000 }], 1), boundaries, until: 31 * DAY };
    expect(lines(use).storage).toBeCloseTo(1000 * 0.000005479 * 744, 9);
  });

  it('moves to lower prices as it ages, without being asked for it', () => {
    const tiering = classNamed('cloud/aws-s3-intelligent-tiering');
    const use = storeOf(tiering, [{ written: 0, gib: 1000, objects: 2000 }], 4);
    const { months } = objectBill(use);
    expect(months.map((bill) => bill.lines.storage)).toEqual([
      ...[23, 12.5, 12.5, 4].map((cost) => expect.closeTo(cost, 9)),
    ]);
    expect(months.map((bill) => bill.lines.monitoring)).toEqual([
      ...[0.005, 0.005, 0.005, 0.005].map((cost) => expect.closeTo(cost, 12)),
    ]);
  });

  it('in an archive takes 40 KiB more an object, 8 of them at the standard price', () => {
    const use = storeOf(deep, [{ written: 0, gib: 88, objects: 4451 }], 1);
    expect(lines(use).storage).toBeCloseTo(0.08712, 9);
    const extra = (4451 * 1024) / GIB;
    expect(lines(use).overhead).toBeCloseTo(extra * (32 * 0.00099 + 8 * 0.023), 9);
    expect(lines(use).requests).toBeCloseTo(0.22255, 9);
  });

  it('is padded to the smallest billed object', () => {
    const use = storeOf(rare, [{ written: 0, gib: 1, objects: 16_384 }], 1);
    expect(lines(use).storage).toBeCloseTo(0.0125, 9);
    expect(lines(use).overhead).toBeCloseTo(0.0125, 9);
  });
});

describe('moves and early ends', () => {
  const moving = (deleted?: number): StoreUse => ({
    ...storeOf(standard, [
      { written: 0, gib: 1000, objects: 1000, ...(deleted ? { deleted } : {}) },
    ]),
    transitions: [
      { after: 60 * DAY, to: deep },
      { after: 30 * DAY, to: rare },
    ],
  });

  it('by rule change the price and cost a request each', () => {
    const months = objectBill(moving()).months;
    const costs = months.slice(0, 3).map((bill) => bill.lines.storage);
    expect(costs).toEqual([23, 12.5, 0.99].map((cost) => expect.closeTo(cost, 9)));
    const moves = months.slice(0, 4).map((bill) => bill.lines.transition);
    expect(moves).toEqual([0, 0.01, 0.05, 0].map((cost) => expect.closeTo(cost, 9)));
    expect(objectBill(moving()).lines.earlyDeletion).toBe(0);
  });

  it('owe the rest of the time from the move, in the class and month of the end', () => {
    const bill = objectBill(moving(100));
    const owed = bill.months[3]?.lines.earlyDeletion ?? 0;
    const overhead = (1000 * 32 * 1024) / GIB;
    expect(owed).toBeCloseTo(((1000 + overhead) * 0.00099 * (180 - 40)) / 30, 9);
    expect(bill.lines.earlyDeletion).toBe(owed);
    expect(objectBill(moving(241)).lines.earlyDeletion).toBe(0);
    expect(objectBill(moving(20)).lines.earlyDeletion).toBe(0);
  });

  it('owe it as well when a rule moves objects on too soon', () => {
    const soon: StoreUse = {
      ...storeOf(rare, [{ written: 0, gib: 300 }]),
      transitions: [{ after: 20 * DAY, to: deep }],
    };
    expect(lines(soon, 0).earlyDeletion).toBeCloseTo((300 * 0.0125 * 10) / 30, 9);
  });

  it('count from the creation where the provider does, over all classes', () => {
    const [near, cold] = [classNamed('cloud/gcs-nearline'), classNamed('cloud/gcs-coldline')];
    const use: StoreUse = {
      ...storeOf(near, [{ written: 0, deleted: 50, gib: 1000 }]),
      transitions: [{ after: 10 * DAY, to: cold }],
    };
    const price = 0.000005479 * 730;
    expect(lines(use).earlyDeletion).toBeCloseTo((1000 * price * 40 * 24) / 730, 9);
  });

  it('owe nothing for what is alive when the bill ends, nor for what came before it', () => {
    expect(lines(storeOf(deep, [{ written: 0, deleted: 30, gib: 1 }], 1)).earlyDeletion).toBe(0);
    const early = {
      ...storeOf(rare, []),
      segments: columns([{ written: -60, deleted: 15, gib: 1000 }]),
    };
    expect(lines(early)).toEqual({ ...emptyLines(), storage: expect.closeTo(6.25, 9) });
  });

  it('keep to one currency', () => {
    const other = classNamed('cloud/oss-ia');
    const use = { ...storeOf(standard, []), transitions: [{ after: DAY, to: other }] };
    expect(() => objectBill(use)).toThrow('cloud/oss-ia is priced in CNY');
  });
});

describe('what comes and goes', () => {
  it('is written in parts, and may be paid on its way in', () => {
    const express = classNamed('cloud/aws-s3-express-one-zone');
    const use: StoreUse = {
      ...storeOf(express, [{ written: 0, gib: 5, objects: 1 }], 1),
      partBytes: 8 * 2 ** 20,
    };
    expect(lines(use).requests).toBeCloseTo((642 * 0.00113) / 1000, 12);
    expect(lines(use).upload).toBeCloseTo(5 * 0.0032, 12);
    expect(lines(use).replication).toBe(0);
    const copied = lines({ ...storeOf(standard, [{ written: 0, gib: 5 }], 1), arrival: 'region' });
    expect(copied.replication).toBeCloseTo(0.1, 12);
  });

  it('is charged for thaw, requests, copy, way out and other region', () => {
    const read = { at: 40 * DAY, from: deep, bytes: 88 * GIB, objects: 4451, gets: 4451 };
    const reads = [
      { ...read, tier: 'bulk', thawedFor: 15 * DAY, toInternet: 80 * GIB, toRegion: 8 * GIB },
      { ...read, at: 400 * DAY },
    ];
    const bill = objectBill({ ...storeOf(deep, []), reads });
    expect(bill.months[1]?.lines).toEqual({
      ...emptyLines(),
      retrieval: expect.closeTo(0.331275, 9),
      thawed: expect.closeTo(88 * 0.023 * 0.5, 9),
      requests: expect.closeTo(4451 * 0.0000004, 9),
      egress: expect.closeTo(80 * 0.09, 9),
      replication: expect.closeTo(8 * 0.02, 9),
    });
    expect(bill.total).toBe(bill.months[1]?.total);
  });

  it('is charged for what is listed, at the price of the class that it is written to', () => {
    const read = { at: DAY, from: deep, bytes: 0, objects: 0, gets: 0, lists: 3 };
    const bill = objectBill({ ...storeOf(standard, []), reads: [read, { ...read, lists: 4 }] });
    expect(bill.months[0]?.lines).toEqual({
      ...emptyLines(),
      requests: expect.closeTo(7 * 0.000005, 12),
    });
  });

  it('is stored for nothing in the first class only', () => {
    const free = Float64Array.from({ length: 12 }, () => 400 * GIB);
    const use = {
      ...storeOf(standard, [{ written: 0, gib: 1000, objects: 1000 }]),
      ...{ free, transitions: [{ after: 30 * DAY, to: rare }] },
    };
    expect([lines(use, 0).storage, lines(use, 1).storage]).toEqual([
      expect.closeTo(600 * 0.023, 9),
      expect.closeTo(1000 * 0.0125, 9),
    ]);
  });

  it('may leave for nothing up to a multiple of what is stored', () => {
    const b2 = classNamed('cloud/b2');
    const bytes = 4000e9;
    const read = { at: DAY, from: b2, bytes, objects: 1, gets: 1, toInternet: bytes };
    const use = { ...storeOf(b2, [{ written: 0, gib: 1000e9 / GIB }], 1), reads: [read] };
    expect(lines(use).egress).toBeCloseTo(10, 9);
  });
});

describe('what arrives over a time', () => {
  it('is billed from when it arrives, evenly', () => {
    // 1000 GiB in 20 days of a month of 30: half of them on the mean, then all for 10 days.
    const use = storeOf(standard, [{ written: 20, gib: 1000, objects: 1000 }], 1);
    const slow = { ...use, segments: { ...use.segments, began: Float64Array.of(0) } };
    expect(lines(use).storage).toBeCloseTo((1000 * 0.023 * 10) / 30, 9);
    expect(lines(slow).storage).toBeCloseTo((1000 * 0.023 * (20 / 2 + 10)) / 30, 9);
    expect(lines(slow).requests).toBeCloseTo(lines(use).requests, 12);
    // Two months of an upload of 60 days: a quarter and three quarters of it.
    const long = storeOf(standard, [{ written: 60, gib: 1000 }], 2);
    const parts = { ...long, segments: { ...long.segments, began: Float64Array.of(0) } };
    expect(lines(parts, 0).storage).toBeCloseTo(23 / 4, 9);
    expect(lines(parts, 1).storage).toBeCloseTo((23 * 3) / 4, 9);
  });

  it('is billed day by day: of five days the parts come at noon of each', () => {
    // Written over five days, deleted on the fourth: 3.5, 2.5, 1.5 and 0.5 days of a fifth each.
    const use = storeOf(standard, [{ written: 5, deleted: 4, gib: 1000, objects: 1000 }], 1);
    const slow = { ...use, segments: { ...use.segments, began: Float64Array.of(0) } };
    expect(lines(slow).storage).toBeCloseTo((200 * 0.023 * (3.5 + 2.5 + 1.5 + 0.5)) / 30, 9);
    expect(lines(slow).requests).toBeCloseTo((4 / 5) * 0.005, 12);
  });

  it('is soon billed even if it takes ages', () => {
    const use = storeOf(standard, [{ written: 1e12, gib: 1000 }]);
    const ages = { ...use, segments: { ...use.segments, began: Float64Array.of(0) } };
    expect(lines(ages).storage).toBe(0);
  });
});

describe('years', () => {
  it('are sums of their months, of the calendar of the zone', () => {
    const from = Date.UTC(2026, 10, 20) / 1000;
    const until = Date.UTC(2027, 1, 10) / 1000;
    const months = billMonths('Asia/Shanghai', from, until);
    const segments = columns([]);
    const written = Float64Array.of(from);
    const filled = {
      ...segments,
      written,
      deleted: Float64Array.of(Infinity),
      bytes: Float64Array.of(GIB),
      objects: Float64Array.of(1),
    };
    const use = {
      ...storeOf(standard, []),
      segments: filled,
      boundaries: months.boundaries,
      until,
    };
    const bill = objectBill(use);
    const years = billsByYear(bill.months, months);
    expect(years.map(({ year }) => year)).toEqual([2026, 2027]);
    expect(sumOfBills(years).total).toBeCloseTo(bill.total, 12);
    expect(bill.months[1]?.lines.storage).toBeCloseTo(0.023, 12);
    expect(billOf({ ...emptyLines(), storage: 2, egress: 1 }).total).toBe(3);
  });
});

it('a hundred thousand pieces cost what one of their size does, times as many', () => {
  const transitions = [{ after: 30 * DAY, to: deep }];
  const one = { written: 1.5, deleted: 400, gib: 0.001, objects: 100 };
  const many = Array.from({ length: 100_000 }, () => one);
  const { total } = objectBill({ ...storeOf(standard, many, 24), transitions });
  const single = objectBill({ ...storeOf(standard, [one], 24), transitions }).total;
  expect(total / (100_000 * single)).toBeCloseTo(1, 9);
});
