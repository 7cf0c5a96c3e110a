import { describe, expect, it } from 'vitest';
import { printedOf } from '../../../src/report/result/printed.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, resultOf } from '../../support/played.ts';

const store = { read: '1 GB/s' };
const keep = { last: 3 };
const uncertain = (rto: string) =>
  oneWorkload({
    workload: { size: '1 TB ± 50 %' },
    store,
    strategy: { keep },
    objectives: { rto },
  });

/** What is said of how far the trials can be trusted. */
async function doubted(declared: Declared, trials: number) {
  const { doubt, warnings } = printedOf(await resultOf(declared, { trials }));
  return { doubt, warned: warnings.filter((one) => one.includes('too few')) };
}

describe('the doubt of a result', () => {
  it('is nothing that one future could tell', async () => {
    expect(await doubted(uncertain('1100 s'), 1)).toEqual({ doubt: null, warned: [] });
  });

  it('says into how many nets the trials were dealt, and how many there should be', async () => {
    const { doubt, warned } = await doubted(uncertain('1100 s'), 100);
    expect(doubt).toMatchObject({ scrambles: 16, points: 6, enough: false });
    expect(doubt?.needed).toBeGreaterThan(100);
    const whole = 2 ** Math.ceil(Math.log2(doubt?.needed ?? 0));
    expect(warned).toEqual([
      `100 trials are too few to know the chance of each objective to 1 point and the p95 of the peak stored to 2 %; some ${whole} would do`,
    ]);
    expect(await doubted(uncertain('1100 s'), whole)).toMatchObject({
      doubt: { enough: true },
      warned: [],
    });
  });

  it('promises nothing where there is no objective', async () => {
    const { warned } = await doubted({ ...uncertain('1 s'), objectives: {} }, 24);
    expect(warned).toEqual([
      expect.stringMatching(
        /^24 trials are too few to know the p95 of the peak stored to 2 %; some/,
      ),
    ]);
  });

  it('asks no trials for a cost that lacks a price: none would settle it', async () => {
    // A year of some 5 TB at 100 USD a TB, more or less; the disk beside the bucket has no price.
    const promised = (limit: string | undefined, disk: Declared) =>
      oneWorkload({
        horizon: '1 year',
        workload: { size: '5 TB ± 50 %' },
        stores: { disk, bucket: { profile: 'cloud/aws-s3-standard' } },
        strategy: {
          to: 'disk',
          full: 'monthly on day 1',
          keep: { last: 1 },
          copies: [{ to: 'bucket' }],
        },
        objectives: { cost: limit },
      });
    const needed = async (limit: string | undefined, disk: Declared) =>
      (await doubted(promised(limit, disk), 64)).doubt?.needed ?? 0;
    const [none, free] = [{}, { cost: { once: '0 USD' } }];
    expect(await needed('1800 USD/year', free)).toBeGreaterThan(1000);
    expect(await needed('1800 USD/year', none)).toBe(await needed(undefined, none));
  });

  it('is said once where trials are too few for p05 and p95, too', async () => {
    const { doubt, warned } = await doubted(uncertain('1100 s'), 5);
    expect(doubt).toMatchObject({ scrambles: 5, points: 1, enough: false });
    expect(warned).toEqual(['5 trials are too few for p05 and p95; 20 are the least']);
  });

  it('is none where nothing is left to chance', async () => {
    const sure = oneWorkload({ store, strategy: { keep }, objectives: { rto: '1100 s' } });
    expect(await doubted(sure, 20)).toMatchObject({
      doubt: { needed: 1, enough: true },
      warned: [],
    });
    const failing = oneWorkload({ store, strategy: { keep, failure: '10 %' } });
    expect((await doubted(failing, 20)).doubt?.needed).toBeGreaterThanOrEqual(20);
  });
});
