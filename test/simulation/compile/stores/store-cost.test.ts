import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../../support/one-workload.ts';
import { type Declared, planOf, resultOf, strategyOf } from '../../../support/played.ts';

const costOf = (store: Declared, more: Declared = {}) =>
  planOf({ ...oneWorkload({ store: { write: undefined, ...store } }), ...more }).stores[0]?.cost;
const yearly = async (store: Declared, more: Declared = {}) => {
  const declared = { ...oneWorkload({ store: { write: undefined, ...store } }), ...more };
  return strategyOf(await resultOf(declared), 'plan').cost?.total.mean;
};
const disks = { profile: 'disk/nearline-raid6' };

describe('what a store of disks costs', () => {
  it('is the price of the catalog for each drive, over five years', async () => {
    expect(await yearly(disks)).toBeCloseTo((12 * 739) / 5, 9);
    expect(await yearly({ ...disks, drives: 24 })).toBeCloseTo((24 * 739) / 5, 9);
    expect(await yearly({ profile: 'disk/nearline' })).toBeCloseTo(489 / 5, 9);
    expect(await yearly({ profile: 'nvme/raid10' })).toBeCloseTo((4 * 5172) / 5, 9);
  });

  it('is what the scenario says instead: of a drive, or of all of it', async () => {
    expect(await yearly({ ...disks, cost: { drive: '450 USD' } })).toBeCloseTo((12 * 450) / 5, 9);
    expect(await yearly({ ...disks, cost: { once: '14400 USD' } })).toBeCloseTo(14400 / 5, 9);
    // Support does not buy the disks.
    const yearlyAlone = { ...disks, cost: { yearly: '600 USD/year' } };
    expect(await yearly(yearlyAlone)).toBeCloseTo((12 * 739) / 5 + 600, 9);
  });

  it('has the power of its drives, where energy has a price', async () => {
    const energy = { cost: { energy: '0.2 USD/kWh' } };
    // 12 drives of 9.8 W, all year; 8760 h.
    const power = 12 * 9.8 * 8.76 * 0.2;
    expect(await yearly(disks, energy)).toBeCloseTo((12 * 739) / 5 + power, 9);
    expect(costOf({ ...disks, cost: { power: '300 W' } })?.power).toBe(300);
  });

  it('grows by drives at their price, even where the first ones came with the rest', () => {
    expect(costOf({ ...disks, cost: { once: '14400 USD', expand: 6 } })?.stepPrice).toBe(6 * 739);
    expect(costOf({ ...disks, cost: { drive: '450 USD', expand: 6 } })?.stepPrice).toBe(6 * 450);
  });
});

describe('a part of a store has no price', () => {
  const missing = (store: Declared, more: Declared = {}) =>
    costOf(store, more)?.unpriced.map(({ part, currency }) => `${part} ${currency ?? ''}`.trim());

  it('where neither the scenario nor the catalog gives one', () => {
    expect(missing(disks)).toEqual([]);
    expect(missing({ profile: 'cloud/aws-s3-standard' })).toEqual([]);
    // Whether power is paid for is asked of the whole scenario.
    expect(missing({})).toEqual(['devices', 'energy']);
    expect(missing({ cost: { drive: '450 USD' } })).toEqual(['devices', 'energy']);
    expect(missing({ cost: { yearly: '0 USD/year', power: '0 W' } })).toEqual([]);
    expect(missing({ profile: 'tape/lto9' })).toEqual(['library', 'energy']);
    expect(missing({ profile: 'tape/lto9', cost: { once: '0 USD', power: '1 W' } })).toEqual([]);
  });

  it('where nothing converts that of the catalog', () => {
    const euros = { currency: 'EUR' };
    expect(missing(disks, euros)).toEqual(['devices USD']);
    expect(missing({ profile: 'tape/lto9' }, euros)).toEqual([
      'devices USD',
      'library',
      'cartridges USD',
      'energy',
    ]);
    expect(missing({ ...disks, cost: { once: '1 EUR', expand: 1 } }, euros)).toEqual([
      'purchases USD',
    ]);
  });

  it('and what is bought later is told without one, where it has to be bought', async () => {
    const grown = async (growth: string) => {
      const declared = oneWorkload({
        currency: 'EUR',
        horizon: '100 days',
        workload: { size: '20 TB', growth },
        store: {
          write: undefined,
          profile: 'disk/nearline',
          cost: { once: '500 EUR', expand: 1 },
        },
        strategy: { full: 'never', incremental: 'daily at 01:00', keep: { last: 10_000 } },
      });
      return strategyOf(await resultOf(declared), 'plan');
    };
    const { purchases, unpriced, cost } = await grown('100 GB/day');
    expect(purchases.map(({ price }) => price)).toEqual([null]);
    expect(unpriced).toEqual([{ store: 'disk', part: 'purchases', currency: 'USD' }]);
    expect(cost).toMatchObject({ complete: false, total: { mean: 100 } });
    const still = await grown('1 GB/day');
    expect([still.unpriced, still.cost?.complete]).toEqual([[], true]);
  });
});
