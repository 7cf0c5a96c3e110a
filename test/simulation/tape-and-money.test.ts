import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/simulation/aftermath/run.ts';
import { instant, oneWorkload } from '../support/one-workload.ts';
import {
  type Declared,
  planOf,
  resultOf,
  runOf,
  secondsOf,
  strategyOf,
} from '../support/played.ts';

const DAY = 86400;

describe('a job on tape', () => {
  const onTape = (strategy: Declared, store: Declared = {}, workload: Declared = {}) =>
    runOf(
      planOf(
        oneWorkload({
          workload: { size: '2 TB', ...workload },
          store: { write: undefined, profile: 'tape/lto9', drives: 1, ...store },
          strategy,
        }),
      ),
    );

  it('takes the mount of a new cartridge, the native rate and the dismount', () => {
    const [first = 0, second = 0] = secondsOf(onTape({}));
    // Robot 20 s, load 17 s, the first load of a new LTO-9 cartridge 40 min; 2 TB at 400 MB/s;
    // rewind after more than 50 GB 165 s, unload 30 s.
    expect(first).toBeCloseTo(20 + 17 + 2400 + 5000 + 165 + 30, 6);
    // The next goes on in the middle of it: 45 s to get there, and nothing to initialise.
    expect(second).toBeCloseTo(20 + 17 + 45 + 5000 + 165 + 30, 6);
  });

  it('begins a cartridge each time where sets are new, and never uses more than it has', () => {
    const run = onTape({}, { sets: 'new', slots: 6 });
    // One slot is for cleaning: five fulls find a cartridge, the others do not.
    expect(run.cartridges[0]).toMatchObject({ everUsed: 5, mostInUse: 5 });
    expect(run.failed).toBe(5);
  });

  it('takes all drives that it writes with, so that no other job runs beside it', () => {
    const two = oneWorkload({
      store: { write: undefined, profile: 'tape/lto9', drives: 2 },
      strategy: { streams: 2 },
      workloads: {
        a: { size: '2 TB', compressibility: 1 },
        b: { size: '2 TB', compressibility: 1 },
      },
      horizon: '1 day',
    });
    const run = runOf(planOf(two));
    expect(run.tallies[1]?.[0]?.wait).toBeCloseTo(secondsOf(run, 0)[0] ?? 0, 6);
  });

  it('wears the cartridges that are written again and again', () => {
    const run = onTape({ keep: { last: 1 } }, {}, { size: '18 TB' });
    // Ten fulls, each a cartridge, on two in turn.
    expect(run.cartridges[0]).toMatchObject({ everUsed: 2, mostInUse: 2, passes: 5 });
    const days = ['2026-01-05', '2026-01-06'].map(instant);
    expect([...(run.cartridges[0]?.firstUsed ?? [])]).toEqual(days);
  });

  it('finds room where slots are bought, by cartridges and not by bytes', () => {
    const run = onTape({}, { sets: 'new', slots: 3, cost: { expand: 4 } });
    expect(run.failed).toBe(0);
    expect(run.cartridges[0]).toMatchObject({ everUsed: 10 });
    // Two slots for data, and two times four more.
    expect(run.bought[0]).toEqual([instant('2026-01-07T00:00Z'), instant('2026-01-11T00:00Z')]);
  });
});

describe('what is bought', () => {
  it('is needed when the ceiling is passed, and ordered the lead time before', async () => {
    // 20 TB that gain 100 GB a day, all of it kept: by day 40, at one o'clock, 24 TB are passed.
    const declared = oneWorkload({
      horizon: '100 days',
      workload: { size: '20 TB', growth: '100 GB/day' },
      store: {
        write: undefined,
        profile: 'disk/nearline',
        drives: 1,
        cost: { drive: '500 USD', expand: 1, lead: '8 weeks', life: '5 years' },
      },
      strategy: { full: 'never', incremental: 'daily at 01:00', keep: { last: 10_000 } },
    });
    const { purchases, cost, stored } = strategyOf(await resultOf(declared), 'plan');
    expect(purchases).toHaveLength(1);
    expect(purchases[0]?.neededOn.p50).toMatch(/^2026-02-14/);
    expect(purchases[0]?.orderBy.p50).toMatch(/^2025-12-20/);
    expect(purchases[0]).toMatchObject({ bytes: 24e12, price: 500 });
    expect(stored.byStore[0]?.fill.mean).toBeLessThan(1);
    // One drive for five years, and a second for the last 60 of 100 days.
    const second = (100 - (40 + 1 / 24)) / 100;
    expect(cost?.total.mean).toBeCloseTo((500 / 5) * (1 + second), 6);
  });
});

describe('the bill of an object store', () => {
  const bucket = (strategy: Declared, workload: Declared = {}) =>
    oneWorkload({
      start: '2026-01-01',
      horizon: '1 year',
      workload: { size: '1 TiB', ...workload },
      store: { write: undefined, profile: 'cloud/aws-s3-standard' },
      strategy,
    });
  const linesOf = async (declared: object) =>
    Object.fromEntries(
      (strategyOf(await resultOf({ ...declared }), 'plan').cost?.lines ?? []).map(
        ({ line, perYear }) => [line, perYear.mean],
      ),
    );

  it('is bytes by months and writes by parts', async () => {
    const lines = await linesOf(bucket({ full: ['2026-01-01'] }));
    // 1024 GiB; 15 streams of 87.5 MB/s take 14 minutes, in which half of it is there on average.
    const upload = 2 ** 40 / (15 * 87.5e6);
    const share = 1 - upload / 2 / (31 * DAY) / 12;
    expect(lines.storage).toBeCloseTo(1024 * 0.023 * 12 * share, 5);
    // 16 384 objects of 64 MiB, each begun, in four parts, and completed, at 0.005 USD a thousand.
    expect(lines.requests).toBeCloseTo((16384 * 6 * 0.005) / 1000, 9);
  });

  it('of a pool counts each byte once, however often its points hand it on', async () => {
    const lines = await linesOf(
      bucket({ full: 'never', incremental: 'daily at 00:00', style: 'dedup', keep: { last: 7 } }),
    );
    expect(lines.requests).toBeCloseTo((16384 * 6 * 0.005) / 1000, 6);
    expect(lines.storage).toBeCloseTo(1024 * 0.023 * 12, 0);
  });
});

/** The points of a copy, by the time they hold. */
const pointsOf = ({ chains }: Run, protection: number): number =>
  chains[protection]?.rows.count ?? Number.NaN;

describe('jobs that find nothing changed', () => {
  it('are left out, count as no gap, and leave nothing to copy', () => {
    const run = runOf(
      planOf(
        oneWorkload({
          stores: { disk: {}, vault: {} },
          strategy: {
            full: 'never',
            incremental: 'daily at 00:00',
            unchanged: 'skip',
            to: 'disk',
            copies: [{ to: 'vault', on: 'daily at 12:00' }],
          },
          workload: { events: [{ on: ['2026-01-08T06:00'], rewrites: '50 %' }] },
        }),
      ),
    );
    expect(pointsOf(run, 0)).toBe(2);
    expect(pointsOf(run, 1)).toBe(2);
    expect(run.gap).toBe(DAY);
  });
});

describe('a price of the catalog', () => {
  const cartridgeOf = (more: Declared) => {
    const plan = planOf({
      ...oneWorkload({ store: { write: undefined, profile: 'tape/lto9' } }),
      ...more,
    });
    return {
      price: plan.stores[0]?.cost.cartridge,
      unpriced: plan.stores[0]?.cost.unpriced,
      noted: plan.defaults.find(({ path }) => path.endsWith('.cost.cartridge')),
    };
  };

  it('is converted where an exchange says how', () => {
    const { price: dollars = 0 } = cartridgeOf({});
    expect(dollars).toBeGreaterThan(0);
    const { price } = cartridgeOf({ currency: 'EUR', exchange: { USD: '0.5 EUR' } });
    expect(price).toBeCloseTo(dollars / 2, 12);
  });

  it('is missing where none does, and the defaults say so', () => {
    const { price, noted, unpriced } = cartridgeOf({ currency: 'EUR' });
    expect(price).toBe(0);
    expect(unpriced).toContainEqual({ part: 'cartridges', currency: 'USD' });
    expect(noted?.value).toBe('not priced');
    expect(noted?.source).toContain('no exchange says what the');
    expect(noted?.source).toContain('write exchange: { USD: 0.9 EUR }');
  });
});
