import { describe, expect, it } from 'vitest';
import { withPrices } from '../../../src/catalog/price-book.ts';
import type { StorageClass } from '../../../src/catalog/storage-class.ts';
import { earlyDeletionCost, timeLeft } from '../../../src/model/early-deletion.ts';
import { partsOf } from '../../../src/model/object-requests.ts';
import { retrievalCost } from '../../../src/model/retrieval.ts';
import { classNamed, DAY, GIB, objectBill, storeOf } from '../../support/stored-segments.ts';
import { meanOfMonth } from './byte-hours.ts';
import { stockBill } from './stock-bill.ts';

/** What a source prints, rejected, beside what its own inputs give. */
const rejects = (printed: number, right: number, digits = 2): void => {
  expect(right.toFixed(digits)).not.toBe(printed.toFixed(digits));
};

describe('published bills that are wrong', () => {
  it('Azure blob-storage-estimate-costs, 2024-07-26, April: 2.07 USD, not 0.41', () => {
    const left = timeLeft(30, 20);
    const right = earlyDeletionCost({ amount: 107.75 * 5, price: 0.0115, left, month: 30 });
    expect(right).toBeCloseTo(2.07, 2);
    rejects(0.41, right);
    expect(earlyDeletionCost({ amount: 107.75, price: 0.0115, left, month: 30 })).toBeCloseTo(
      0.41,
      2,
    );
  });

  it('Azure archive-cost-estimation, 2022-10-17: 30,720 GB in March, 798,720 GB-months', () => {
    const months = stockBill(
      {
        ingests: Array.from({ length: 12 }, () => ({ files: 200_000, amount: 10_240 })),
        ...{ writesPerFile: 1, readsPerFile: 1, readsAfterWrites: true },
        readShare: { files: 0.01, amount: 0.01 },
      },
      { write: 0.00001, read: 0.0005, store: 0.00099, retrieve: 0.02 },
    );
    const sum = months.reduce((all, { stored }) => all + stored, 0);
    expect([months[2]?.stored, sum]).toEqual([30_720, 798_720]);
    rejects(39_720, months[2]?.stored ?? 0);
    rejects(122_880, sum);
    expect(months.at(-1)?.stored).toBe(122_880);
  });

  it('Azure azcopy-cost-estimation, 2023-10-05: retrieving 1000 x 5 GiB costs 50 or 150 USD', () => {
    const read = { bytes: 1000 * 5 * GIB, objects: 1000 };
    const cost = (name: string) => retrievalCost(classNamed(`cloud/azure-blob-${name}`), read);
    expect(cost('cool')).toBeCloseTo(50, 9);
    expect(cost('cold')).toBeCloseTo(150, 9);
    for (const printed of [5, 10]) rejects(printed, cost('cool'));
    for (const printed of [15, 30]) rejects(printed, cost('cold'));
    expect(partsOf(10 * GIB, 2 ** 20)).toBe(10_240);
    rejects(5120, partsOf(10 * GIB, 2 ** 20), 0);
  });

  it('Amazon S3 FAQ, S3 Express example 2: 3,303.23 GB-months, not 3,303.77', () => {
    const gibHours = 2_638_827_906_662_400 / GIB;
    expect(meanOfMonth(gibHours, 744)).toBeCloseTo(3303.23, 2);
    expect(meanOfMonth(gibHours, 720)).toBeCloseTo(3413.33, 2);
    rejects(3303.77, meanOfMonth(gibHours, 744));
    rejects(3303.77, meanOfMonth(gibHours, 720));
  });

  it('inthetechpit.com on Azure: 1000 GB archived for 90 days owe 6.00 USD, not 5.40', () => {
    const left = timeLeft(180, 90);
    const right = earlyDeletionCost({ amount: 1000, price: 0.002, left, month: 30 });
    expect(right).toBeCloseTo(6, 9);
    rejects(5.4, right);
  });

  it('Infracost bills a whole month for an early deletion: only what is left is owed', () => {
    const month = earlyDeletionCost({
      amount: 1000,
      price: 0.0125,
      left: timeLeft(30, 0),
      month: 30,
    });
    const right = earlyDeletionCost({
      amount: 1000,
      price: 0.0125,
      left: timeLeft(30, 21),
      month: 30,
    });
    expect(month).toBeCloseTo(12.5, 9);
    expect(right).toBeCloseTo(3.75, 9);
    rejects(month, right);
  });
});

/** README of rawpurplesmurf/aws-backup-calculator at 7e08f7e: its prices, cold after five days. */
describe('a calculator of AWS Backup in which every point is a full', () => {
  const at = (name: string, price: number): StorageClass =>
    withPrices(classNamed(`cloud/aws-backup-${name}`), {
      ...{ asOf: '2025', source: 'aws-backup-calculator', currency: 'USD' },
      prices: {
        [`cloud/aws-backup-${name}`]: {
          storage: [{ price: { value: price, unit: 'money/GiB/month' } }],
        },
      },
    });
  const firstMonth = (
    gib: number,
    days: readonly number[],
    [warm, cold]: readonly StorageClass[],
  ) => {
    if (!warm) throw new Error('no class');
    const segments = days.map((written) => ({ written, gib }));
    const transitions = cold ? [{ after: 5 * DAY, to: cold }] : [];
    return objectBill({ ...storeOf(warm, segments, 1), transitions }).total;
  };

  it('100 GB of EBS weekly cost 6.08 USD in the first month, not 2.75', () => {
    const classes = [at('ebs', 0.05), at('ebs-archive', 0.0125)];
    const right = firstMonth(100, [0, 7, 14, 21, 28], classes);
    expect(right).toBeCloseTo(6.08, 2);
    rejects(2.75, right);
  });

  it('10,000 GB of EFS monthly cost 166.67 USD, not 450', () => {
    const right = firstMonth(10_000, [0], [at('efs-warm', 0.05), at('efs-cold', 0.01)]);
    expect(right).toBeCloseTo(166.67, 2);
    rejects(450, right);
  });

  it('500 GB of RDS every 4 hours for 7 days cost far more than 47.50, and the sum ends', () => {
    const days = Array.from({ length: 180 }, (_, index) => index / 6);
    const segments = days.map((written) => ({ written, deleted: written + 7, gib: 500 }));
    const right = objectBill(storeOf(at('rds', 0.095), segments, 1)).total;
    expect(right).toBeCloseTo((47.5 * (138 * 7 + (42 * (7 + 1 / 6)) / 2)) / 30, 6);
    rejects(47.5, right);
  });

  it('a point that is kept for years costs in every month, not in the first alone', () => {
    const { months } = objectBill(storeOf(at('ebs', 0.05), [{ written: 0, gib: 100 }], 12));
    expect(months.map(({ total }) => total)).toEqual(months.map(() => expect.closeTo(5, 9)));
  });
});
