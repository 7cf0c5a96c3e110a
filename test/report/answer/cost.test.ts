import { describe, expect, it } from 'vitest';
import { costOf, purchasesOf } from '../../../src/report/answer/cost.ts';
import type { Plan } from '../../../src/simulation/plan/plan.ts';
import type { Figures } from '../../../src/study/figures.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, strategyOf } from '../../support/played.ts';

const answered = async (declared: Declared) =>
  strategyOf(await resultOf(oneWorkload({ horizon: '1 year', ...declared })), 'plan');

const costsOf = async (declared: Declared) => {
  const { cost } = await answered(declared);
  if (!cost) throw new Error('nothing costs');
  return cost;
};

/** 1000 USD over five years are 200 a year. */
const PAID = { cost: { once: '1000 USD' } };
const ONCE = { full: ['2026-01-05'], keep: { last: 100 } };
/** Twice a year all is lost, and three hours go by before anyone decides. */
const fire = { disasters: { fire: { scope: 'site here', 'per-year': 2, decide: '3 h' } } };
const burnt = {
  ...{ sites: { here: {} }, workload: { site: 'here' }, ...fire },
  store: { ...PAID, site: 'here' },
};

describe('what a strategy costs', () => {
  it('is told by line, and by TB that are protected in the middle of the time', async () => {
    const declared = { store: PAID, workload: { growth: '2 TB/year' }, strategy: ONCE };
    const { lines, total, perTerabyte, complete, currency } = await costsOf(declared);
    expect(lines.map(({ line, store, perYear }) => [line, store, perYear.mean])).toEqual([
      ['devices', 'disk', expect.closeTo(200, 6)],
    ]);
    expect([total.mean, complete, currency]).toEqual([expect.closeTo(200, 6), true, 'USD']);
    // 1 TB that becomes 3.
    expect(perTerabyte.mean).toBeCloseTo(200 / 2, 6);
  });

  it('is that of all workloads, by the TB of all', async () => {
    const both = { a: { size: '1 TB' }, b: { size: '3 TB' } };
    const declared = { store: PAID, workloads: both, strategy: ONCE };
    expect((await costsOf(declared)).perTerabyte.mean).toBeCloseTo(200 / 4, 6);
  });

  it('counts no store that only another strategy writes to', async () => {
    const stores = { disk: PAID, other: { cost: { once: '7000 USD' } } };
    const strategies = { plan: { ...ONCE, to: 'disk' }, second: { ...ONCE, to: 'other' } };
    const { lines } = await costsOf({ stores, strategies });
    expect(lines.map(({ store, perYear }) => [store, perYear.mean])).toEqual([
      ['disk', expect.closeTo(200, 6)],
    ]);
  });

  it('is after each disaster the time of the workload that takes longest to hand over', async () => {
    const slow = { to: 'disk', restore: { 'hand-over': '3 h' } };
    const { lines } = await costsOf({
      ...{ sites: { a: {}, b: {} }, stores: { disk: { site: 'a', ...PAID } } },
      links: { line: { between: ['a', 'b'], rate: '1 GB/s' } },
      workloads: { one: { site: 'a', size: '1 TB' }, two: { site: 'b', size: '1 TB' } },
      strategy: { ...ONCE, restore: { 'hand-over': '1 h' }, overrides: { two: slow } },
      cost: { staff: '60 USD/h' },
      disasters: {
        flood: { scope: 'site b', 'per-year': 5 },
        worm: { scope: 'everything online and unlocked', 'per-year': 2 },
        crash: { scope: 'site a', 'per-year': 1 },
      },
    });
    const people = lines.find(({ line }) => line === 'people');
    // The flood takes `two`, the crash `one`, the worm both.
    expect(people?.perYear.mean).toBeCloseTo((5 * 3 + 2 * 3 + 1 * 1) * 60, 6);
  });

  it('has no store for people', async () => {
    const cost = { staff: '60 USD/h', 'staff-hours': 7 };
    const { lines } = await costsOf({ store: PAID, strategy: ONCE, cost });
    expect(lines.map(({ line, store }) => [line, store])).toEqual([
      ['devices', 'disk'],
      ['people', null],
    ]);
  });

  it('is expected to be more by what disasters cost, of which a part is what is lost', async () => {
    const penalties = { outage: '100 USD/h', 'all-lost': '5000 USD' };
    const { total, expected, allLost, ...more } = await costsOf({ ...burnt, penalties });
    expect(total.mean).toBeCloseTo(200, 6);
    expect(allLost?.mean).toBeCloseTo(2 * 5000, 6);
    expect(expected.mean).toBeCloseTo(200 + more.penalties.mean, 6);
    expect(more.penalties.mean).toBeGreaterThanOrEqual(2 * 5000);
  });

  it('has a price of what is lost where one of two workloads has one', async () => {
    const { allLost } = await costsOf({
      ...{ ...burnt, workload: undefined, penalties: { 'all-lost': { one: '5000 USD' } } },
      workloads: { one: { site: 'here', size: '1 TB' }, two: { site: 'here', size: '1 TB' } },
    });
    expect(allLost?.mean).toBeCloseTo(2 * 5000, 6);
  });

  it('has a line that only some futures pay', () => {
    const plan = planOf(oneWorkload({ store: PAID }));
    const one = { bills: [null], disasters: [], sizes: [{ start: 1e12, end: 1e12 }] };
    const futures = [100, 0].map((paid) => ({ ...one, costs: Float64Array.of(paid) }));
    const told = costOf(plan, futures as unknown as Figures[], []);
    expect(told?.lines.map(({ line, perYear }) => [line, perYear.mean])).toEqual([['devices', 50]]);
    expect(told?.total.mean).toBe(50);
  });

  it('knows no price of what is lost where none is given', async () => {
    const { allLost } = await costsOf({ ...burnt, penalties: { outage: '100 USD/h' } });
    expect(allLost).toBeNull();
  });

  it('is nothing where what there is costs nothing, and not known where nothing has a price', async () => {
    const free = await costsOf({ store: { cost: { once: '0 USD' } } });
    expect([free.total.mean, free.lines, free.complete]).toEqual([0, [], true]);
    const { cost, unpriced } = await answered({ store: {} });
    expect(cost).toBeNull();
    expect(unpriced).toHaveLength(1);
  });

  it('is at least that where something has no price, also where only disasters have one', async () => {
    const stores = { disk: PAID, other: {} };
    const { total, complete } = await costsOf({
      stores,
      strategy: { to: 'disk', copies: [{ to: 'other' }] },
    });
    expect([total.mean, complete]).toEqual([expect.closeTo(200, 6), false]);
    const penalties = { 'all-lost': '5000 USD' };
    const unpriced = await costsOf({ ...burnt, store: { site: 'here' }, penalties });
    expect([unpriced.total.mean, unpriced.complete]).toEqual([0, false]);
    expect(unpriced.penalties.mean).toBeCloseTo(2 * 5000, 6);
  });

  it('counts nothing of a workload that nothing protects', () => {
    const plan = planOf(oneWorkload({ store: PAID }));
    const size = { start: 1e12, end: 3e12 };
    const figures = {
      ...{ costs: Float64Array.of(100), bills: [null], disasters: [] },
      sizes: [size, { start: Number.NaN, end: Number.NaN }],
    } as unknown as Figures;
    expect(costOf(plan, [figures], [])?.perTerabyte.mean).toBeCloseTo(100 / 2, 9);
  });
});

describe('what three years cost', () => {
  const bucket = (horizon: string) => ({
    ...{ start: '2026-01-01', horizon, workload: { size: '1000 GiB' } },
    stores: {
      bucket: { profile: 'cloud/aws-s3-standard', 'object-size': '1 GiB' },
      disk: { write: '1 GB/s', ...PAID },
    },
    strategy: { to: 'disk', full: ['2026-01-01'], keep: { last: 1 }, copies: [{ to: 'bucket' }] },
  });

  it('is three times what a year of devices costs, and the bills of 36 months', async () => {
    const { threeYears } = await costsOf(bucket('4 years'));
    // 1000 GiB at 0.023 USD, 66,000 writes at 0.005 / 1000.
    expect(threeYears?.mean).toBeCloseTo(3 * 200 + 36 * 23 + 0.33, 0);
  });

  it('is known from 1095 days on', async () => {
    expect((await costsOf(bucket('1095 days'))).threeYears).not.toBeNull();
    expect((await costsOf(bucket('1094 days'))).threeYears).toBeNull();
  });
});

describe('what has to be bought', () => {
  const disks = {
    ...{ start: '2026-01-01', workload: { size: '20 TB' } },
    store: {
      ...{ profile: 'disk/nearline', drives: 1, write: '1000 PB/s', ceiling: '90 %' },
      cost: { drive: '500 USD', expand: 1, lead: '10 d' },
    },
    strategy: { full: ['2026-01-01', '2026-07-02', '2026-10-01'], keep: { last: 9 } },
  };

  it('is a drive for each full that the ones before have no room for, ordered ten days before', async () => {
    const { purchases } = await answered(disks);
    // A drive of 24 TB takes 21.6: one full of 20, two 40 of 43.2, three 60 of 64.8.
    expect(
      purchases.map(({ store, number, bytes, neededOn, orderBy, price }) => [
        ...[store, number, bytes, price],
        ...[neededOn.p50?.slice(0, 10), orderBy.p50?.slice(0, 10)],
      ]),
    ).toEqual([
      ['disk', 1, expect.closeTo(21.6e12, 0), 500, '2026-07-02', '2026-06-22'],
      ['disk', 2, expect.closeTo(21.6e12, 0), 500, '2026-10-01', '2026-09-21'],
    ]);
  });

  it('is all that any future needs; the others never do', () => {
    const plan: Plan = planOf(oneWorkload(disks));
    const futures = [[[100, 200]], [[300]], [[]], []].map((bought) => ({ bought }));
    const bought = purchasesOf(plan, futures as unknown as Figures[]);
    expect(bought.map(({ number, neededOn }) => [number, neededOn.never])).toEqual([
      [1, 0.5],
      [2, 0.75],
    ]);
  });
});

describe('cartridges', () => {
  const library = { profile: 'tape/lto9', drives: 1, slots: 6 };
  const daily = { full: 'daily at 00:00', keep: { last: 1 } };

  it('are those of the libraries that are written to', async () => {
    const { cartridges } = await answered({
      ...{ horizon: '10 days', workload: { size: '18 TB' } },
      stores: { used: library, disk: {}, unused: { ...library, profile: 'tape/lto8' } },
      strategy: { ...daily, to: 'used' },
    });
    // Ten fulls of a cartridge each, on two in turn; one slot of six is for cleaning.
    expect(
      cartridges.map(({ store, slots, everUsed, mostInUse, passes }) => [
        ...[store, slots, everUsed.mean, mostInUse.mean, passes.mean],
      ]),
    ).toEqual([['used', 5, 2, 2, 5]]);
  });
});
