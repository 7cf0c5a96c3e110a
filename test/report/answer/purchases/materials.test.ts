import { describe, expect, it } from 'vitest';
import type { StrategyResult } from '../../../../src/report/result/result.ts';
import { oneWorkload } from '../../../support/one-workload.ts';
import { type Declared, resultOf } from '../../../support/played.ts';

/** What the plan of one workload of 20 TB on one store buys, without what nobody knows. */
async function bought(declared: Declared): Promise<StrategyResult> {
  const result = await resultOf(
    oneWorkload({
      start: '2026-01-01',
      horizon: '1 year',
      workload: { size: '20 TB' },
      strategy: { full: ['2026-01-01', '2026-07-02T12:00'], keep: { last: 100 } },
      ...declared,
    }),
  );
  return result.strategies[0] as StrategyResult;
}

/** A row on one line: what, how many, needed on, ordered by, price, watts, rack units. */
const rows = ({ materials }: StrategyResult): string[] =>
  materials.map(({ item, number, neededOn, orderBy, price, power, rackUnits }) =>
    [
      ...[item, number.mean, neededOn.p50?.slice(0, 10), orderBy.p50?.slice(0, 10)],
      ...[price?.mean ?? '?', power === null ? '?' : Number(power.toFixed(3)), rackUnits ?? '?'],
    ].join(' '),
  );

describe('the bill of materials', () => {
  it('has the drives of day one, and those that are bought when it is full, ordered before', async () => {
    const store = {
      ...{ profile: 'disk/nearline-raid10', drives: 2, write: '1000 PB/s' },
      cost: { drive: '500 USD', expand: 12, lead: '10 d' },
    };
    // Drives of 9.8 W; two stand in one enclosure of 12 places and 2U, 14 in two.
    expect(rows(await bought({ store }))).toEqual([
      'drives 2 2026-01-01 2025-12-22 1000 19.6 2',
      'drives 12 2026-07-02 2026-06-22 6000 117.6 2',
    ]);
  });

  it('adds drives as large as those that are there, where both their number and size are said', async () => {
    const store = {
      ...{ drives: 2, raw: '20 TB', write: '1000 PB/s' },
      cost: { drive: '500 USD', expand: 1 },
    };
    // Two fulls of 20 TB need four drives of 10 TB.
    expect(rows(await bought({ store }))).toEqual([
      'drives 2 2026-01-01 2026-01-01 1000 ? ?',
      'drives 1 2026-07-02 2026-07-02 500 ? ?',
      'drives 1 2026-07-02 2026-07-02 500 ? ?',
    ]);
  });

  it('has them again when their life is over', async () => {
    const store = { profile: 'disk/nearline', drives: 2, cost: { once: '800 USD', life: '180 d' } };
    // 365 days are two lives of 180 and five days of a third; nobody knows where single disks stand.
    expect(rows(await bought({ store }))).toEqual([
      'drives 2 2026-01-01 2026-01-01 800 12.6 ?',
      'drives 2 2026-06-30 2026-06-30 800 12.6 ?',
      'drives 2 2026-12-27 2026-12-27 800 12.6 ?',
    ]);
  });

  it('counts whole years by the calendar, as the horizon does', async () => {
    const again = async (life: string, horizon: string) => {
      const store = { cost: { once: '800 USD', life } };
      const { materials } = await bought({ store, horizon });
      return materials.map(({ neededOn }) => neededOn.p50?.slice(0, 10));
    };
    // 2028 has 366 days: five times 365 are over a day before the five years are.
    expect(await again('5 years', '5 years')).toEqual(['2026-01-01']);
    expect(await again('3 years', '7 years')).toEqual(['2026-01-01', '2029-01-01', '2032-01-01']);
  });

  it('has a library, its drives, and cartridges in the year in which they are first written', async () => {
    const store = {
      ...{ profile: 'tape/lto9', drives: 2, slots: 41 },
      cost: { once: '9000 USD', drive: '4000 USD', cartridge: '94 USD', power: '150 W' },
    };
    const plan = await bought({
      ...{ store, start: '2025-12-01' },
      strategy: { full: ['2025-12-01', '2025-12-20', '2026-02-01'], keep: { last: 100 } },
    });
    // 20, 40 and 60 TB on cartridges of 18 TB: two, three, four of them. 41 slots are two modules.
    expect(rows(plan)).toEqual([
      'library 1 2025-12-01 2025-12-01 9000 150 6',
      'drives 2 2025-12-01 2025-12-01 8000 ? ?',
      'cartridges 3 2025-12-01 2025-12-01 282 ? ?',
      'cartridges 1 2026-01-01 2026-01-01 94 ? ?',
    ]);
  });

  it('says what has no price, and takes the rack units that are given for all of it', async () => {
    expect(rows(await bought({ store: { cost: { 'rack-units': 7 } } }))).toEqual([
      'devices 1 2026-01-01 2026-01-01 ? ? 7',
    ]);
  });
});

describe('cash by year', () => {
  const cash = ({ cash: years }: StrategyResult) =>
    years.map(({ year, bought: once, running, total }) => [
      year,
      once.mean,
      Math.round(running.mean * 1000) / 1000,
      Math.round(total.mean * 1000) / 1000,
    ]);

  it('is what is bought in it, and contracts and energy by its days', async () => {
    const store = {
      cost: { once: '1000 USD', yearly: '730 USD/year', power: '1 kW', life: '300 d' },
    };
    const plan = await bought({ store, start: '2026-07-01', cost: { energy: '0.5 USD/kWh' } });
    // From July 184 days of the year at 2 USD and 12 USD for energy each, then 181; 300 days are over in April.
    expect(cash(plan)).toEqual([
      [2026, 1000, 184 * 14, 1000 + 184 * 14],
      [2027, 1000, 181 * 14, 1000 + 181 * 14],
    ]);
  });

  it('has the bills of its months, and each cartridge once', async () => {
    const tapes = await bought({
      store: {
        profile: 'tape/lto9',
        cost: { once: '0 USD', drive: '0 USD', cartridge: '94 USD' },
      },
      start: '2025-12-01',
      strategy: { full: ['2025-12-01', '2026-02-01'], keep: { last: 100 } },
    });
    expect(cash(tapes)).toEqual([
      [2025, 188, 0, 188],
      [2026, 94, 0, 94],
    ]);
    // What is bought is taken out of what is paid evenly, whatever the rounding.
    for (const price of ['94.1 USD', '0.3 USD', '77.77 USD']) {
      const odd = await bought({
        store: { profile: 'tape/lto9', cost: { once: '0 USD', drive: '0 USD', cartridge: price } },
        horizon: '400 d',
      });
      expect(odd.cash.map(({ running }) => running.mean >= 0 && running.mean < 1e-9)).toEqual([
        true,
        true,
      ]);
    }
    const bucket = await bought({
      store: { profile: 'cloud/aws-s3-standard', write: '1000 PB/s' },
      start: '2026-11-01',
      strategy: { full: ['2026-11-01'], keep: { last: 1 } },
    });
    const { bills } = bucket.cost as NonNullable<StrategyResult['cost']>;
    const sum = (year: string): number =>
      bills.reduce((all, { month, total }) => (month.startsWith(year) ? all + total.mean : all), 0);
    expect(cash(bucket).map(([, , running]) => running)).toEqual([
      expect.closeTo(sum('2026'), 3),
      expect.closeTo(sum('2027'), 3),
    ]);
    expect(sum('2026')).toBeGreaterThan(0);
  });
});
