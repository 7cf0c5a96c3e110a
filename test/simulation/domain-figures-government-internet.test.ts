import { describe, expect, it } from 'vitest';
import { type Edits, planned, shipped } from '../support/shipped.ts';

const TB = 1e12;
const HOUR = 3600;

/** What a scenario needs no more once its strategies are others. */
const BARE: Edits = {
  disasters: undefined,
  operations: undefined,
  cost: undefined,
  penalties: undefined,
};

describe('government.yaml', () => {
  it('has a differential of 35 TB on the seventh day', async () => {
    // The full of Sunday 1 February, the differential of Sunday the 8th.
    const result = await shipped('government', { start: '2026-02-01', horizon: '8 days' });
    const read = planned(result, 'weekly-differential').jobsAt('differential').bytesRead.mean;
    // 7 days of 5 TB, and 0.05 % a day of 204 TB that change besides.
    expect(read / TB).toBeCloseTo(35 + 204.2 * 0.0035, 1);
  });

  /** What it costs in a month to compare 35 TB with what a provider holds. */
  const compared = async (profile: string, currency: string, verify: Edits) => {
    const result = await shipped('government', {
      ...BARE,
      start: '2026-02-01',
      horizon: '28 days',
      currency,
      'workloads.registers': { site: 'capital', size: '35 TB', change: '0 %/day' },
      stores: { bucket: { profile, site: 'cloud', via: 'express' } },
      strategies: { once: { tool: 'mover', full: ['2026-02-01T20:00'], verify } },
      objectives: undefined,
    });
    return (planned(result).paid('egress', 'bucket') * 28) / 365;
  };

  it('pays 16,298 CNY to compare it byte by byte with a bucket', async () => {
    // 0.50 CNY for each of 32,596 GB of 2^30 B; 17,500 CNY are those of 35,000 GB of 10^9 B.
    const compare = { method: 'byte-compare' };
    expect(await compared('cloud/oss-ia', 'CNY', compare)).toBeCloseTo(17_500 * (1e9 / 2 ** 30), 0);
  });

  it('pays 2,821.88 USD by the tiers of S3', async () => {
    const compare = { method: 'byte-compare' };
    expect(await compared('cloud/aws-s3-standard', 'USD', compare)).toBeCloseTo(2821.88, 1);
  });

  it('pays nothing where a list of hashes is made at the source', async () => {
    const list = { method: 'xxhash', at: 'source' };
    expect(await compared('cloud/aws-s3-standard', 'USD', list)).toBe(0);
  });

  it('fails levels 3 with weekly differentials and reaches both with a replica', async () => {
    const result = await shipped('government');
    const weekly = planned(result, 'weekly-differential');
    expect(weekly.rule('cn.mlps.L3').verdict).toBe('broken');
    expect(weekly.rule('cn.gbt20988-2007 level 3').verdict).toBe('broken');
    // A loss of 7 d is that of level 1, which asks for a full a week, too: none is reached.
    expect(weekly.rule('cn.gbt20988-2007 level 3').notes.join(' ')).toContain(
      'No level is reached',
    );
    const replica = planned(result, 'pool-and-replica');
    expect(replica.rules.map(({ verdict }) => verdict)).toEqual(Array(3).fill('kept'));
  });
});

describe('internet.yaml', () => {
  it('is walked in 67 h by one walker and in 2.8 h by 24', async () => {
    const result = await shipped('internet', { horizon: '40 days' });
    const scan = (name: string) => planned(result, name).jobsAt('seed').terms.scan.mean / HOUR;
    expect(Math.round(scan('one-walker'))).toBe(67);
    expect(scan('many-walkers')).toBeCloseTo(2.78, 2);
  });

  /** Every object by itself into the archive, with as many streams as a provider takes. */
  const byObject = async (horizon: string) =>
    planned(
      await shipped('internet', {
        ...BARE,
        horizon,
        'workloads.objects.size': '500 TB',
        'workloads.objects.growth': undefined,
        'workloads.objects.change': { 'per-day': '2 %' },
        strategies: {
          each: {
            tool: 'many-walkers',
            to: 'archive-by-object',
            streams: 1000,
            incremental: 'daily at 00:00',
            overrun: { next: 'queue' },
            keep: { daily: 400 },
          },
        },
        objectives: undefined,
      }),
    );

  it('writes the 20 million objects of a day in 1.6 h at 3,500 a second, for 1,000 USD', async () => {
    const [ten, nine] = [await byObject('10 days'), await byObject('9 days')];
    // Of the first night after the seed, which took more than three days, not all is counted twice.
    const { terms, bytesRead } = ten.jobsAt('incremental');
    const day = (terms.move.mean / bytesRead.mean) * 10 * TB;
    // Headers of tar make it half a percent more.
    expect(day / HOUR / 1.005).toBeCloseTo(1.587, 3);
    const spent = (plan: typeof ten, days: number) =>
      (plan.paid('requests', 'archive-by-object') * days) / 365;
    expect(Math.abs(spent(ten, 10) - spent(nine, 9) - 1000)).toBeLessThan(10);
  });

  it('reads them back in 50 h from one prefix, after the thaw', async () => {
    const { terms } = (await byObject('2 days')).newest();
    // 5,500 requests a second, for half a percent more of bytes in headers; 1.02 billion files at 4 µs.
    expect(terms.move.mean / HOUR - 1.13).toBeCloseTo(50.5 * 1.005, 0);
    expect(terms.prepare.mean / HOUR).toBeCloseTo(12, 1);
  });

  it('pays for 40 TB that tell of the objects', async () => {
    const plan = await byObject('365 days');
    // 8 KiB at 0.023 and 32 KiB at 0.00099 USD a GiB and month; objects come and stay all year.
    const mean = 1e9 + 20e6 * 182;
    const perYear = ((mean * 1024) / 2 ** 30) * (8 * 0.023 + 32 * 0.00099) * 12;
    expect(plan.paid('overhead', 'archive-by-object') / perYear).toBeCloseTo(1, 1);
  });
});
