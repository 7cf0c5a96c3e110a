import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StorageClass } from '../../src/catalog/storage-class.ts';
import { STORAGE_CLASSES } from '../../src/catalog/storage-classes.ts';
import { accountBills } from '../../src/model/account-bills.ts';
import { BILL_LINES, sumOfBills } from '../../src/model/bill.ts';
import { thawOf } from '../../src/model/retrieval.ts';
import type { StoreUse } from '../../src/model/store-use.ts';
import { objectReadTime } from '../oracles/formulas/object-read-time.ts';
import { classNamed, DAY, GIB, objectBill, storeOf } from '../support/stored-segments.ts';

const dollars = STORAGE_CLASSES.filter(({ currency }) => currency === 'USD');
const anyClass = fc.constantFrom(...dollars);
const segment = fc.record({
  written: fc.double({ min: -50, max: 400, noNaN: true }),
  days: fc.double({ min: 0.01, max: 700, noNaN: true }),
  gib: fc.double({ min: 0, max: 1e5, noNaN: true }),
  objects: fc.integer({ min: 1, max: 10_000 }),
});
const transition = fc.record({ days: fc.integer({ min: 0, max: 300 }), to: anyClass });

interface Drawn {
  readonly of: StorageClass;
  readonly segments: readonly { written: number; days: number; gib: number; objects: number }[];
  readonly moves: readonly { days: number; to: StorageClass }[];
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  of: anyClass,
  segments: fc.array(segment, { minLength: 1, maxLength: 8 }),
  moves: fc.array(transition, { maxLength: 2 }),
});

const storeFrom = ({ of, segments, moves }: Drawn): StoreUse => ({
  ...storeOf(
    of,
    segments.map(({ days, ...one }) => ({ ...one, deleted: one.written + days })),
  ),
  transitions: moves.map(({ days, to }) => ({ after: days * DAY, to })),
});
const withoutMinimum = ({ minimumTime: _, ...of }: StorageClass): StorageClass => of;
const atLeast = (more: number, less: number): void =>
  expect(more).toBeGreaterThanOrEqual(less - 1e-9 * Math.abs(less) - 1e-12);

describe('bills', () => {
  it('have lines that are never negative and sum to the total, by month and in all', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const bill = objectBill(storeFrom(given));
        for (const { lines, total } of [bill, ...bill.months]) {
          const costs = BILL_LINES.map((line) => lines[line]);
          for (const cost of costs) expect(cost).toBeGreaterThanOrEqual(0);
          expect(total).toBeCloseTo(
            costs.reduce((sum, cost) => sum + cost, 0),
            9,
          );
        }
        expect(sumOfBills(bill.months).total).toBe(bill.total);
      }),
    );
  });

  it('are never lower for a minimum time', () => {
    fc.assert(
      fc.property(drawn, ({ of, segments, moves }) => {
        const free = moves.map(({ days, to }) => ({ days, to: withoutMinimum(to) }));
        const without = storeFrom({ of: withoutMinimum(of), segments, moves: free });
        atLeast(objectBill(storeFrom({ of, segments, moves })).total, objectBill(without).total);
      }),
    );
  });

  it('are never lower for more bytes, nor for more pieces', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.double({ min: 1, max: 10, noNaN: true }),
        segment,
        (given, by, more) => {
          const { total } = objectBill(storeFrom(given));
          const larger = given.segments.map((one) => ({ ...one, gib: one.gib * by }));
          atLeast(objectBill(storeFrom({ ...given, segments: larger })).total, total);
          atLeast(
            objectBill(storeFrom({ ...given, segments: [...given.segments, more] })).total,
            total,
          );
        },
      ),
    );
  });

  it('are the same in whatever order the pieces come, and for a piece cut in two', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const { total } = objectBill(storeFrom(given));
        const turned = { ...given, segments: [...given.segments].reverse() };
        expect(objectBill(storeFrom(turned)).total).toBeCloseTo(total, 6);
        const whole = given.segments.map((one) => ({
          ...{ ...one, gib: one.gib * 2, objects: one.objects * 2 },
        }));
        const inOne = objectBill(storeFrom({ ...given, segments: whole })).total;
        const segments = [...given.segments, ...given.segments];
        const inTwo = objectBill(storeFrom({ ...given, segments })).total;
        atLeast(inOne, inTwo);
        atLeast(inTwo, inOne);
      }),
    );
  });
});

/** A store of which so much leaves in each of its months. */
const readFrom = (given: Drawn, gib: number): StoreUse => {
  const use = storeFrom(given);
  const months = Array.from({ length: use.boundaries.length - 1 }, (_, month) => month);
  const read = { from: use.class, bytes: 0, objects: 0, gets: 0, toInternet: gib * GIB };
  return { ...use, reads: months.map((month) => ({ ...read, at: month * 30 * DAY })) };
};

describe('bills of one account', () => {
  const leaving = fc.double({ min: 0, max: 1e5, noNaN: true });

  it('add up to the bill of one store that holds all, line by line', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.array(segment, { maxLength: 4 }),
        leaving,
        leaving,
        (given, own, a, b) => {
          const other = { ...given, segments: own };
          const both = { ...given, segments: [...given.segments, ...own] };
          const bills = accountBills([readFrom(given, a), readFrom(other, b)]);
          const whole = objectBill(readFrom(both, a + b));
          for (const line of BILL_LINES) {
            const sum = bills.reduce((all, { lines }) => all + lines[line], 0);
            atLeast(sum, whole.lines[line]);
            atLeast(whole.lines[line], sum);
          }
        },
      ),
    );
  });

  it('are those of each by itself where they have no class in common, and send nothing', () => {
    const [near, far] = [classNamed('cloud/aws-s3-standard'), classNamed('cloud/b2')];
    fc.assert(
      fc.property(fc.array(segment), fc.array(segment), (one, other) => {
        const uses = [
          storeFrom({ of: near, segments: one, moves: [] }),
          storeFrom({ of: far, segments: other, moves: [] }),
        ];
        expect(accountBills(uses)).toEqual(uses.map(objectBill));
      }),
    );
  });
});

describe('a thaw', () => {
  it('never shortens a restore', () => {
    fc.assert(
      fc.property(
        anyClass,
        fc.nat(1e6),
        fc.integer({ min: 1, max: 1e4 }),
        (of, megabytes, objects) => {
          const read = {
            ...{ streams: 4, perStream: of.stream.value, firstByte: of.firstByte.value },
            ...{ requestBytes: 8e6, requestRate: of.requestRate?.get.value ?? Infinity },
            ...{ bytes: megabytes * 1e6, objects },
          };
          const at = (thaw: number) => objectReadTime({ ...read, thaw });
          for (const { name } of of.retrieval) {
            const { least, most } = thawOf(of, name);
            expect(at(least)).toBeGreaterThanOrEqual(at(0));
            expect(at(most)).toBeGreaterThanOrEqual(at(least));
          }
        },
      ),
    );
  });
});
