import { describe, expect, it } from 'vitest';
import { BILL_LINES } from '../../../src/model/bill.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { planOf, runOf } from '../../support/played.ts';

/** Storage of January in USD: 100 GB of which a tenth changes a day, of which three points are kept. */
function storageOfJanuary(style: string, horizon: string): number {
  const declared = oneWorkload({
    ...{ start: '2027-01-01', horizon },
    workload: { size: '100 GB', change: '10 %/day' },
    stores: { bucket: { profile: 'cloud/aws-s3-standard' } },
    strategy: {
      ...{ style, to: 'bucket', keep: { points: 3 } },
      ...{ full: undefined, incremental: 'daily at 00:00' },
    },
  });
  const [bill] = runOf(planOf(declared)).bills;
  return bill?.[BILL_LINES.indexOf('storage')] ?? Number.NaN;
}

describe('the bill of fulls that increments are merged into', () => {
  // 100 GB on the first day, 110 on the second, then 120: 3690 GB days are 119.03 GB months, which are
  // 110.86 GiB months of 0.023 USD.
  const wanted = (((100 + 110 + 29 * 120) / 31 / 1.073741824) * 23) / 1000;

  it.each([
    ['copy', '1 month'],
    ['copy', '1 year'],
    ['replica', '1 month'],
    ['replica', '1 year'],
  ])('is that of what lies there in each month: style %s, of %s', (style, horizon) => {
    expect(storageOfJanuary(style, horizon) / wanted).toBeCloseTo(1, 2);
  });
});
