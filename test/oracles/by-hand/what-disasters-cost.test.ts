import { describe, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import type { Declared } from '../../support/played.ts';
import { bucket } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/aws-s3-standard';
const RARE = 'cloud/aws-s3-standard-ia';
const DEEP = 'cloud/aws-s3-deep-archive';
const B2 = 'cloud/b2';

const fire = (perYear: number, more: Declared = {}) => ({
  disasters: { fire: { scope: 'site here', 'per-year': perYear, ...more } },
});
/** 1000 objects of 1 GiB in a bucket elsewhere, of which a fire twice a year makes them come back. */
const burnt = (profile: string, more: Declared = {}): Declared =>
  bucket(profile, { ...fire(2), ...more });
const twoWorkloads = {
  workloads: {
    one: { site: 'here', size: '1000 GiB', ...PLAIN },
    two: { site: 'here', size: '1000 GiB', ...PLAIN },
  },
};
const slip = { disasters: { slip: { scope: 'workload', 'per-year': 2 } } };

const restores: readonly OneTerm[] = [
  {
    what: 'get: 1000 objects, twice a year',
    declared: burnt(STANDARD),
    prices: { [STANDARD]: { get: '3 USD/1000' } },
    lines: { restores: 2 * 3 },
  },
  {
    what: 'list: 1500 objects in two requests',
    declared: burnt(STANDARD, { workload: { size: '1500 GiB' } }),
    prices: { [STANDARD]: { list: '3 USD/request' } },
    lines: { restores: 2 * 2 * 3 },
  },
  {
    what: 'retrieval: by the byte',
    declared: burnt(RARE),
    prices: { [RARE]: { retrieval: { online: { data: '0.01 USD/GiB' } } } },
    lines: { restores: 2 * 1000 * 0.01 },
  },
  {
    what: 'retrieval: by the object, by the way that is asked for',
    declared: burnt(DEEP, { store: { retrieval: 'bulk' } }),
    prices: {
      [DEEP]: {
        retrieval: { bulk: { requests: '3 USD/1000' }, standard: { requests: '7 USD/1000' } },
      },
      [STANDARD]: {},
    },
    lines: { restores: 2 * 3 },
  },
  {
    what: 'retrieval: from the class in which it lies then, for 292 of 365 days the second',
    declared: burnt(STANDARD, { store: { lifecycle: [{ after: '73 d', to: RARE }] } }),
    prices: { [STANDARD]: {}, [RARE]: { retrieval: { online: { data: '0.01 USD/GiB' } } } },
    lines: { restores: (2 * 1000 * 0.01 * 292) / 365 },
  },
  {
    what: 'thawed copies: for ten of thirty days',
    declared: burnt(DEEP, { store: { 'thawed-for': '10 d' } }),
    prices: { [DEEP]: { 'thawed-copy': '0.03 USD/GiB/month' }, [STANDARD]: {} },
    lines: { restores: (2 * 1000 * 0.03) / 3 },
  },
  {
    what: 'egress: by tiers, 400 GiB at 0.1 and 600 at 0.05',
    declared: burnt(STANDARD),
    prices: {
      [STANDARD]: {
        egress: [{ 'up-to': '400 GiB', price: '0.1 USD/GiB' }, { price: '0.05 USD/GiB' }],
      },
    },
    lines: { restores: 2 * (400 * 0.1 + 600 * 0.05) },
  },
  {
    what: 'egress: what a fire takes together shares the tiers of a month',
    declared: burnt(STANDARD, twoWorkloads),
    prices: {
      [STANDARD]: {
        egress: [{ 'up-to': '1000 GiB', price: '0.1 USD/GiB' }, { price: '0.05 USD/GiB' }],
      },
    },
    lines: { restores: 2 * 1000 * (0.1 + 0.05) },
  },
  {
    what: 'egress: of a slip each comes back alone',
    declared: burnt(STANDARD, { ...twoWorkloads, ...slip }),
    prices: {
      [STANDARD]: {
        egress: [{ 'up-to': '1000 GiB', price: '0.1 USD/GiB' }, { price: '0.05 USD/GiB' }],
      },
    },
    lines: { restores: 2 * 2 * 1000 * 0.1 },
  },
  {
    what: 'egress: B2 gives away three times what is stored',
    declared: burnt(B2),
    prices: { [B2]: { egress: '0.01 USD/GB' } },
    lines: {},
  },
  {
    what: 'egress: none within a site',
    declared: burnt(STANDARD, { store: { site: 'here' }, ...slip }),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB' } },
    lines: {},
  },
  {
    what: 'nothing, where the bucket burns with the data',
    declared: burnt(STANDARD, { store: { site: 'here' } }),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB', get: '3 USD/1000' } },
    lines: {},
  },
  {
    what: 'nothing for a bucket that is lost, whose data are still there',
    declared: burnt(STANDARD, { disasters: { fire: { scope: 'store bucket', 'per-year': 2 } } }),
    prices: { [STANDARD]: { egress: '0.1 USD/GiB', get: '3 USD/1000' } },
    lines: {},
  },
];

/** 1 TB that is saved each midnight at another site, at once; a fire comes twice a year. */
const saved = ({
  store = {},
  strategy = {},
  ...rest
}: { readonly store?: Declared; readonly strategy?: Declared } & Declared): Declared => ({
  start: '2026-01-01',
  horizon: '100 days',
  sites: { here: {}, there: {} },
  links: { line: { between: ['here', 'there'], rate: '1000 PB/s' } },
  workloads: { data: { site: 'here', size: '1 TB', ...PLAIN } },
  stores: { disk: { site: 'there', cost: { once: '0 USD' }, ...store } },
  strategies: { plan: { full: 'daily at 00:00', keep: { last: 3 }, ...strategy } },
  ...fire(2),
  ...rest,
});

const penalties: readonly OneTerm[] = [
  {
    what: 'outage: three hours until somebody decides',
    declared: saved({ ...fire(2, { decide: '3 h' }), penalties: { outage: '100 USD/h' } }),
    lines: { penalties: 2 * 3 * 100 },
  },
  {
    what: 'outage: notice, decision, a new machine and the hand-over follow each other',
    declared: saved({
      ...fire(2, { 'noticed-after': '1 h', decide: '3 h', provision: '5 h' }),
      strategy: { restore: { 'hand-over': '30 min' } },
      penalties: { outage: '100 USD/h' },
    }),
    lines: { penalties: 2 * (1 + 3 + 5 + 0.5) * 100 },
  },
  {
    what: 'outage: 1 TB that comes back at 100 MB/s takes 10,000 s',
    declared: saved({ store: { read: '100 MB/s' }, penalties: { outage: '360 USD/h' } }),
    lines: { penalties: 2 * 10_000 * 0.1 },
  },
  {
    what: 'lost data: of a point a day half a day on average',
    declared: saved({ penalties: { 'lost-data': '100 USD/h' } }),
    lines: { penalties: 2 * 12 * 100 },
  },
  {
    what: 'lost data: of a point in six hours three hours',
    declared: saved({ strategy: { full: 'every 6 h' }, penalties: { 'lost-data': '100 USD/h' } }),
    lines: { penalties: 2 * 3 * 100 },
  },
  {
    what: 'outage and lost data: three hours that nobody works, and twelve of work that is done again',
    declared: saved({
      ...fire(2, { decide: '3 h' }),
      penalties: { outage: '100 USD/h', 'lost-data': '50 USD/h' },
    }),
    lines: { penalties: 2 * (3 * 100 + 12 * 50) },
  },
  {
    what: 'all lost: where the disk burns with the data',
    declared: saved({ store: { site: 'here' }, penalties: { 'all-lost': '1000 USD' } }),
    lines: { penalties: 2 * 1000 },
  },
  {
    what: 'all lost: nothing where the disk stands elsewhere',
    declared: saved({ penalties: { 'all-lost': '1000 USD' } }),
    lines: {},
  },
  {
    what: 'all lost: by workload',
    declared: saved({
      ...twoWorkloads,
      store: { site: 'here' },
      penalties: { 'all-lost': { one: '1000 USD' } },
    }),
    lines: { penalties: 2 * 1000 },
  },
  {
    what: 'all lost: a copy every ten days, locked for five of them, is half of the time away',
    declared: saved({
      disasters: { worm: { scope: 'everything online and unlocked', 'per-year': 2 } },
      strategy: { full: 'every 10 d', keep: { last: 2 }, lock: '5 d' },
      penalties: { 'all-lost': '1000 USD' },
    }),
    lines: { penalties: 2 * 0.5 * 1000 },
  },
];

describe('what disasters cost', () => {
  it.each(restores)('restores: $what', holdsAlone);
  it.each(penalties)('$what', holdsAlone);
});
