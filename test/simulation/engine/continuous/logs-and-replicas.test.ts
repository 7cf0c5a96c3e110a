import { describe, expect, it } from 'vitest';
import { oneWorkload, PLAIN } from '../../../support/one-workload.ts';
import {
  type Declared,
  planOf,
  resultOf,
  runOf,
  secondsOf,
  strategyOf,
} from '../../../support/played.ts';

const TB = 1e12;

/** 1 TB of which 10 % change a day, backed up daily, with a log or a replica in a store of its own. */
const beside = (strategy: Declared, more: Declared = {}, size: Declared = {}): Declared =>
  oneWorkload({
    horizon: '20 days',
    workload: { change: '10 %/day', ...size },
    stores: { disk: {}, other: {} },
    strategy: { to: 'disk', full: 'daily at 00:00', keep: { last: 2 }, ...strategy },
    ...more,
  });

const other = (declared: Declared) => {
  const plan = planOf(declared);
  const place = plan.stores.findIndex(({ name }) => name === 'other');
  const { byStore, series } = runOf(plan);
  const count = series.length / plan.stores.length;
  return {
    peak: byStore.peak[place] ?? Number.NaN,
    end: byStore.end[place] ?? Number.NaN,
    full: byStore.fullOn[place] ?? Number.NaN,
    series: Array.from(series.subarray(place * count, (place + 1) * count)),
  };
};

describe('a log', () => {
  it('takes what changes in the time for which it is kept', () => {
    const { peak, end, series } = other(
      beside({ log: { every: '1 h', to: 'other', keep: '5 d' } }),
    );
    expect(series).toEqual([1, 2, 3, 4, ...Array(16).fill(5)].map((days) => (days * TB) / 10));
    expect([peak, end]).toEqual([0.5 * TB, 0.5 * TB]);
  });

  it('is kept for a week where nobody says how long, in the proportion of its volume', () => {
    expect(other(beside({ log: { every: '1 h', to: 'other', volume: 2 } })).end).toBe(1.4 * TB);
    const { defaults } = planOf(beside({ log: { every: '1 h', to: 'other' } }));
    expect(defaults.find(({ path }) => path.endsWith('.log.keep'))?.value).toBe('7 d');
  });

  it('is not dropped while the newest point of the slowest copy needs it', () => {
    const log = { every: '1 h', to: 'other', keep: '1 d' };
    const stores = { disk: {}, other: {}, far: {} };
    const copies = [{ to: 'far', on: 'weekly on Monday at 12:00' }];
    expect(other(beside({ log, copies }, { stores })).peak).toBeGreaterThan(0.7 * TB);
    expect(other(beside({ log })).peak).toBeLessThanOrEqual(0.2 * TB);
  });

  it('lies where the backups lie, unless it is told another store, and can fill it', () => {
    const stores = { disk: { capacity: '3.2 TB' }, other: {} };
    const full = (log: Declared) => {
      const run = runOf(planOf(beside({ log }, { stores })));
      return run.byStore.fullOn[0] ?? 0;
    };
    expect(full({ every: '1 h', keep: '4 d', to: 'other' })).toBeNaN();
    expect(full({ every: '1 h', keep: '4 d' })).toBeGreaterThan(0);
  });

  it('shortens what a slip takes only if it goes back to before the damage', async () => {
    const slip = { scope: 'workload', 'per-year': 1, dwell: '3 d' };
    const worst = async (keep: string): Promise<number> => {
      const log = { every: '1 h', to: 'other', keep };
      const declared = beside({ log, keep: { last: 30 } }, { disasters: { slip } });
      return strategyOf(await resultOf(declared), 'plan').disasters[0]?.loss?.worst.mean ?? 0;
    };
    expect(await worst('7 d')).toBeLessThan(2 * 3600);
    expect(await worst('2 d')).toBeGreaterThan(12 * 3600);
  });
});

describe('a day on which more changes than on others', () => {
  const log = { every: '1 h', to: 'other', keep: '5 d' };
  /** Half is rewritten on the fourth day: 10 % and half of the other 90 % change on it, 550 GB. */
  const busy = { events: [{ on: ['2026-01-08T12:00'], rewrites: '50 %' }] };
  const slow = { links: { wan: { between: ['here', 'there'], rate: '16 Mbit/s' } } };
  const apart = {
    ...slow,
    sites: { here: {}, there: {} },
    stores: { disk: { site: 'here' }, other: { site: 'there' } },
  };

  it('has a log of its own size, for as long as that is kept', () => {
    const hundreds = [1, 2, 3, 8.5, 9.5, 9.5, 9.5, 9.5, 5, 5];
    for (const horizon of ['10 days', '20 days']) {
      const { series } = other(beside({ log }, { horizon }, busy));
      expect(series.slice(0, 10).map((bytes) => Math.round(bytes / 1e9))).toEqual(
        hundreds.map((hundred) => hundred * 100),
      );
    }
  });

  it('takes more of the link, and falls behind where that carries less', () => {
    const { traffic, following } = runOf(planOf(beside({ log }, apart, { ...busy, site: 'here' })));
    // 19 days of 100 GB and one of 550 GB; 2 MB/s carry 173 GB a day.
    expect(traffic[0]).toBeCloseTo(2.45e12, 0);
    expect(following).toMatchObject([
      { kind: 'log', since: Date.parse('2026-01-08') / 1000, share: 3 / 20 },
    ]);
  });

  it('leaves less to the jobs of that day alone', () => {
    const declared = beside(
      { log, to: 'other' },
      { ...apart, links: { wan: { ...slow.links.wan, rate: '240 Mbit/s' } } },
      { ...busy, size: '100 GB', site: 'here' },
    );
    const seconds = secondsOf(runOf(planOf(declared)));
    // 30 MB/s, less 10 GB a day: 0.12 MB/s; less 55 GB on the fourth: 0.64 MB/s.
    const [first, , , fourth, fifth] = seconds.map((one) => 1e11 / one / 1e6);
    expect(first).toBeCloseTo(30 - 1e4 / 86400, 2);
    expect(fourth).toBeCloseTo(30 - 5.5e4 / 86400, 2);
    expect(fifth).toBeCloseTo(30 - 1e4 / 86400, 2);
  });
});

describe('a replica', () => {
  const replicate = { to: 'other' };

  it('takes as much as the source, from the beginning on', () => {
    const { peak, end, series } = other(beside({ replicate }));
    expect(new Set([peak, end, ...series])).toEqual(new Set([TB]));
  });

  it('grows with the source', () => {
    const { peak, end, series } = other(beside({ replicate }, {}, { growth: '100 GB/day' }));
    expect(series.slice(0, 3)).toEqual([1.1 * TB, 1.2 * TB, 1.3 * TB]);
    expect([peak, end]).toEqual([3 * TB, 3 * TB]);
  });

  it('fills a store that is too small on the day on which it is', () => {
    const stores = { disk: {}, other: { capacity: '1.5 TB' } };
    const { full } = other(beside({ replicate }, { stores }, { growth: '100 GB/day' }));
    // It is booked for the day that begins, as much as there will be at its end.
    expect(full).toBe(Date.parse('2026-01-10') / 1000);
    // However long the horizon is: of three years a sample is taken every third day.
    const long = other(
      beside({ replicate }, { stores, horizon: '3 years' }, { growth: '100 GB/day' }),
    );
    expect(long.full).toBe(full);
  });
});

describe('a bill', () => {
  const cost = async (strategy: Declared, size: Declared = {}): Promise<number> => {
    const stores = { disk: {}, other: { profile: 'cloud/aws-s3-standard' } };
    const result = await resultOf(beside(strategy, { stores, horizon: '1 year' }, size));
    const { cost: money } = strategyOf(result, 'plan');
    return money?.lines.find(({ line }) => line === 'storage')?.perYear.mean ?? 0;
  };

  it('has the room of logs and replicas in an object store', async () => {
    const perTb = await cost({ replicate: { to: 'other' } });
    expect(perTb / 12).toBeGreaterThan(0.02 * 900);
    const log = { every: '1 h', to: 'other', keep: '10 d' };
    // Ten days of 100 GB lie there, but for the ten in which it comes together.
    expect((await cost({ log })) / perTb).toBeCloseTo(1 - 5 / 365, 2);
  });

  it('has less room of a replica day by day where the source shrinks', async () => {
    const perTb = await cost({ replicate: { to: 'other' } });
    const shrinking = await cost({ replicate: { to: 'other' } }, { growth: '-60 %/year' });
    // The mean of 0.4^t over a year.
    expect(shrinking / perTb).toBeCloseTo(0.6 / Math.log(1 / 0.4), 2);
  });
});

it('is data at rest of nobody where there is neither', () => {
  expect(runOf(planOf(oneWorkload({ workload: PLAIN }))).logsAndReplicas).toBe(0);
});
