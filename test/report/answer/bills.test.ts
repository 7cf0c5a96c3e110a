import { describe, expect, it } from 'vitest';
import { BILL_LINES } from '../../../src/model/bill.ts';
import { billsOf } from '../../../src/report/answer/bills.ts';
import { asCsv } from '../../../src/report/formats/csv.ts';
import { asDetails } from '../../../src/report/formats/details-text.ts';
import { printedOf } from '../../../src/report/result/printed.ts';
import type { Figures } from '../../../src/study/figures.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { planOf, resultOf } from '../../support/played.ts';

/** 1000 GiB once into the standard class of S3, at 23 USD a month, from the first of a month on. */
const answered = async (horizon: string, start = '2026-01-01') =>
  printedOf(
    await resultOf(
      oneWorkload({
        start,
        horizon,
        workload: { size: '1000 GiB', change: { 'per-run': '0 %' }, compressibility: 1 },
        stores: { bucket: { profile: 'cloud/aws-s3-standard', 'object-size': '1 GiB' } },
        strategy: { full: [start], keep: { last: 1 } },
      }),
    ),
  );

const costOf = ({ strategies: [first] }: Awaited<ReturnType<typeof answered>>) => {
  if (!first?.cost) throw new Error('nothing costs');
  return first.cost;
};

describe('the bill of every month', () => {
  it('is told by line, and sums up to the year', async () => {
    const { bills, lines, total } = costOf(await answered('1 year'));
    expect(bills.map(({ month }) => month).slice(0, 3)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(bills).toHaveLength(12);
    // 1000 objects of 64 parts, begun and completed: 66,000 writes at 0.005 / 1000.
    const requests = bills[0]?.lines.find(({ line }) => line === 'requests')?.amount.mean;
    expect(requests).toBeCloseTo(0.33, 9);
    expect(bills[1]?.lines.map(({ line, amount }) => [line, amount.mean])).toEqual([
      ['storage', expect.closeTo(23, 6)],
    ]);
    const sum = bills.reduce((all, month) => all + month.total.mean, 0);
    expect(sum).toBeCloseTo(total.mean, 6);
    expect(lines.map(({ line }) => line)).toEqual(['storage', 'requests']);
  });

  it('has a line that only some futures pay, and none for what is no object store', () => {
    const plan = planOf(
      oneWorkload({
        ...{ start: '2026-01-01', horizon: '31 days' },
        stores: { bucket: { profile: 'cloud/aws-s3-standard' }, disk: {} },
        strategy: { to: 'disk', copies: [{ to: 'bucket' }] },
      }),
    );
    const bill = (upload: number): Float64Array =>
      Float64Array.from(BILL_LINES, (line) => (line === 'upload' ? upload : 0));
    const futures = [
      { bills: [bill(6), null] },
      { bills: [bill(0), null] },
      { bills: [null, null] },
    ];
    const told = billsOf(plan, futures as unknown as Figures[]);
    expect(
      told.map(({ store, month, lines }) => [store, month, lines.map(({ line }) => line)]),
    ).toEqual([['bucket', '2026-01', ['upload']]]);
    expect([told[0]?.lines[0]?.amount.mean, told[0]?.total.mean]).toEqual([2, 2]);
  });

  it('has a row each in CSV, and none in the text', async () => {
    const result = { ...(await answered('1 year')), order: [] };
    const rows = asCsv(result)
      .split('\n')
      .filter((row) => row.includes(',bills,'));
    // Twelve times storage and total, and the requests of the first month.
    expect(rows).toHaveLength(25);
    expect(rows).toContainEqual(
      expect.stringMatching(/,bills,,bucket 2026-01 requests,amount,money,0\.33,/),
    );
    expect(asDetails(result)).not.toContain('2026-01 ');
  });
});

describe('what three years cost', () => {
  it('is not known from a shorter time, and says why', async () => {
    const result = { ...(await answered('1 year')), order: [] };
    expect(costOf(result)).toMatchObject({
      threeYears: null,
      noThreeYears: 'the horizon is shorter: write horizon: 3 years',
    });
    expect(asDetails(result)).toContain('the horizon is shorter');
  });

  it.each(['3 years', '5 years'])(
    'counts once what comes once, in a horizon of %s',
    async (horizon) => {
      const { threeYears, noThreeYears } = costOf(await answered(horizon));
      // 36 months at 23 USD, and the upload.
      expect(threeYears?.mean).toBeCloseTo(36 * 23 + 0.33, 0);
      expect(noThreeYears).toBeNull();
    },
  );

  it('takes its share of a month that three years end in', async () => {
    // From the middle of January: the last month of five years is one of sixty.
    const { threeYears } = costOf(await answered('5 years', '2026-01-16'));
    expect(threeYears?.mean).toBeCloseTo(36 * 23 + 0.33, 0);
  });
});
