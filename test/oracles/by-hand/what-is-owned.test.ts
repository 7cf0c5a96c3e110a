import { describe, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import type { Declared } from '../../support/played.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

/** 1 TB that never changes, saved once, on a store that is as fast as anyone likes, for a year. */
const owned = ({
  store = {},
  workload = {},
  strategy = {},
  ...rest
}: {
  readonly store?: Declared;
  readonly workload?: Declared;
  readonly strategy?: Declared;
} & Declared): Declared => ({
  start: '2026-01-01',
  horizon: '1 year',
  workloads: { data: { size: '1 TB', ...PLAIN, ...workload } },
  stores: { disk: store },
  strategies: { plan: { full: ['2026-01-01'], keep: { last: 1000 }, ...strategy } },
  ...rest,
});

/** A library of which only what is said costs anything. */
const library = (cost: Declared, more: Declared = {}): Declared => ({
  profile: 'tape/lto9',
  cost: { drive: '0 USD', cartridge: '0 USD', ...cost },
  ...more,
});
const MONTHLY = { full: 'monthly on day 1 at 00:00' };

const devices: readonly OneTerm[] = [
  {
    what: 'ten drives over five years',
    declared: owned({
      store: { profile: 'disk/nearline', drives: 10, cost: { drive: '500 USD' } },
    }),
    lines: { devices: (10 * 500) / 5 },
  },
  {
    what: 'all that is bought once, over five years',
    declared: owned({ store: { cost: { once: '6000 USD' } } }),
    lines: { devices: 6000 / 5 },
  },
  {
    what: 'over their life, where that is longer',
    declared: owned({ store: { cost: { once: '6000 USD', life: '8 years' } } }),
    lines: { devices: 6000 / 8 },
  },
  {
    what: 'two disks of the catalog, at its price',
    declared: owned({ store: { profile: 'disk/nearline', drives: 2 } }),
    lines: { devices: (2 * 489) / 5 },
  },
  {
    what: 'where what is bought once is given, its drives are in that',
    declared: owned({ store: { profile: 'disk/nearline', drives: 2, cost: { once: '1000 USD' } } }),
    lines: { devices: 1000 / 5 },
  },
  {
    what: 'what a year costs',
    declared: owned({ store: { cost: { yearly: '300 USD/year' } } }),
    lines: { devices: 300 },
  },
  {
    what: 'what a month costs, twelve times',
    declared: owned({ store: { cost: { yearly: '25 USD/month' } } }),
    lines: { devices: 12 * 25 },
  },
  {
    what: 'a year of a horizon of three',
    declared: owned({ horizon: '3 years', store: { cost: { yearly: '300 USD/year' } } }),
    lines: { devices: 300 },
  },
  {
    what: 'a drive that is bought at noon of 2 July, half a year before the end, half',
    declared: owned({
      store: {
        ...{ profile: 'disk/nearline', drives: 1, write: '1000 PB/s' },
        cost: { drive: '500 USD', expand: 1 },
      },
      workload: { size: '20 TB' },
      strategy: { full: ['2026-01-01', '2026-07-02T12:00'] },
    }),
    lines: { devices: (500 / 5) * 1.5 },
  },
  {
    what: 'three drives at a time, of 24 TB each, though one would do',
    declared: owned({
      store: {
        ...{ profile: 'disk/nearline', drives: 1, write: '1000 PB/s' },
        cost: { drive: '500 USD', expand: 3 },
      },
      workload: { size: '20 TB' },
      strategy: { full: ['2026-01-01', '2026-07-02T12:00'] },
    }),
    lines: { devices: (500 / 5) * (1 + 3 * 0.5) },
  },
  {
    what: 'the drives of a library, and no cartridge',
    declared: owned({ store: library({ drive: '4000 USD' }, { drives: 3 }) }),
    lines: { devices: (3 * 4000) / 5 },
  },
  {
    what: 'what a library is bought for, and its drives beside it',
    declared: owned({ store: library({ drive: '4000 USD', once: '10000 USD' }, { drives: 3 }) }),
    lines: { devices: (10_000 + 3 * 4000) / 5 },
  },
  {
    what: 'in another currency, at what that is worth',
    declared: owned({
      ...{ currency: 'EUR', exchange: { CNY: '0.125 EUR' } },
      store: { cost: { once: '8000 CNY' } },
    }),
    lines: { devices: (8000 * 0.125) / 5 },
  },
];

const media: readonly OneTerm[] = [
  {
    what: 'twelve sets of 4 TB on one after the other: 48 TB on three cartridges of 18',
    declared: owned({
      store: library({ cartridge: '90 USD' }),
      workload: { size: '4 TB' },
      strategy: MONTHLY,
    }),
    lines: { media: 3 * 90 },
  },
  {
    what: 'each set on a cartridge of its own: twelve',
    declared: owned({
      store: library({ cartridge: '90 USD' }, { sets: 'new' }),
      workload: { size: '4 TB' },
      strategy: MONTHLY,
    }),
    lines: { media: 12 * 90 },
  },
  {
    what: 'used again when nothing on it is kept: one that is kept, one that is written',
    declared: owned({
      store: library({ cartridge: '90 USD' }, { sets: 'new' }),
      workload: { size: '4 TB' },
      strategy: { ...MONTHLY, keep: { last: 1 } },
    }),
    lines: { media: 2 * 90 },
  },
  {
    // 20,000 passes end to end are 71 times all of its 280 wraps.
    what: 'replaced when it is worn: 365 fulls on two in turn, each worn after 71 and after 142',
    declared: owned({
      store: library({ cartridge: '90 USD' }),
      workload: { size: '18 TB' },
      strategy: { full: 'daily at 00:00', keep: { last: 1 } },
    }),
    lines: { media: (2 + 2 * 2) * 90 },
  },
];

const vault = {
  site: 'here',
  vault: { site: 'bunker' },
  cost: { once: '0 USD', courier: '80 USD' },
};
const sites = { here: {}, bunker: {} };

const running: readonly OneTerm[] = [
  {
    what: 'courier: 52 Sundays',
    declared: owned({
      sites,
      store: vault,
      workload: { site: 'here' },
      strategy: { full: 'weekly on Sunday at 01:00' },
    }),
    lines: { courier: 52 * 80 },
  },
  {
    what: 'courier: one a day, whatever is made on it',
    declared: owned({
      sites,
      store: vault,
      workload: { site: 'here' },
      strategy: { full: 'every 6 h' },
    }),
    lines: { courier: 365 * 80 },
  },
  {
    what: 'energy: 400 W for 8760 hours',
    declared: owned({
      store: { cost: { once: '0 USD', power: '400 W' } },
      cost: { energy: '0.25 USD/kWh' },
    }),
    lines: { energy: 0.4 * 8760 * 0.25 },
  },
  {
    what: 'energy: of two disks of the catalog, 6.3 W each',
    declared: owned({
      store: { profile: 'disk/nearline', drives: 2, cost: { drive: '0 USD' } },
      cost: { energy: '0.25 USD/kWh' },
    }),
    lines: { energy: ((2 * 6.3) / 1000) * 8760 * 0.25 },
  },
  {
    what: 'energy: of a disk, and from noon of 2 July on of one that was bought',
    declared: owned({
      store: {
        ...{ profile: 'disk/nearline', drives: 1, write: '1000 PB/s' },
        cost: { drive: '0 USD', expand: 1 },
      },
      ...{ workload: { size: '20 TB' }, cost: { energy: '0.25 USD/kWh' } },
      strategy: { full: ['2026-01-01', '2026-07-02T12:00'] },
    }),
    lines: { energy: (6.3 / 1000) * 8760 * 0.25 * 1.5 },
  },
  {
    what: 'people: seven hours a week are 365 a year',
    declared: owned({
      store: { cost: { once: '0 USD' } },
      cost: { staff: '60 USD/h', 'staff-hours': 7 },
    }),
    lines: { people: 365 * 60 },
  },
  {
    what: 'people: three hours for each of two restores a year',
    declared: owned({
      ...{ store: { cost: { once: '0 USD' } }, cost: { staff: '60 USD/h' } },
      disasters: { slip: { scope: 'workload', 'per-year': 2 } },
      strategy: { restore: { 'hand-over': '3 h' } },
    }),
    lines: { people: 2 * 3 * 60 },
  },
  {
    what: 'people: none for a store that is lost, whose data are still there',
    declared: owned({
      ...{ store: { cost: { once: '0 USD' } }, cost: { staff: '60 USD/h' } },
      disasters: { fire: { scope: 'store disk', 'per-year': 2 } },
      strategy: { restore: { 'hand-over': '3 h' } },
    }),
    lines: {},
  },
];

describe('what is owned costs', () => {
  it.each(devices)('devices: $what', holdsAlone);
  it.each(media)('media: $what', holdsAlone);
  it.each(running)('$what', holdsAlone);
});
