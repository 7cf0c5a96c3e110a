import { describe, expect, it } from 'vitest';
import { priceWarnings } from '../../../../src/report/answer/warnings/price-warnings.ts';
import { oneWorkload } from '../../../support/one-workload.ts';
import { type Declared, planOf } from '../../../support/played.ts';

/** What is said of stores of which the first, `a`, holds backups and the others copies. */
const warned = ({ a, ...others }: Declared, start = '2026-11-01') => {
  const copies = Object.keys(others).map((to) => ({ to }));
  const strategy = { to: 'a', copies };
  return priceWarnings(planOf({ ...oneWorkload({ stores: { a, ...others }, strategy }), start }));
};

describe('list prices are doubted', () => {
  it('where they were changed after the horizon began', () => {
    const stores = { a: { profile: 'cloud/wasabi' }, b: { profile: 'cloud/aws-s3-standard' } };
    expect(warned(stores, '2026-01-01')).toEqual([
      expect.stringMatching(/^a \(until 2026-06-30\): list prices are those of the day/),
    ]);
    expect(warned(stores)).toEqual([]);
  });

  it('where two regions stand side by side that need not', () => {
    const ebs = { profile: 'cloud/aws-backup-ebs' };
    const stores = { a: ebs, b: { profile: 'cloud/aws-s3-standard' } };
    expect(warned(stores)).toEqual([
      'a is priced in us-west-1, b in us-east-1: write stores.a.region: us-east-1 to compare them',
    ]);
    expect(warned({ ...stores, a: { ...ebs, region: 'us-east-1' } })).toEqual([]);
    expect(warned({ a: ebs, b: { profile: 'cloud/b2' } })).toEqual([]);
  });
});
