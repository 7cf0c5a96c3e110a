import { PLAIN } from '../../support/one-workload.ts';
import type { Declared } from '../../support/played.ts';

const NEW_YEAR = '2026-01-01';

/**
 * 1000 GiB that never change, written on the first of January into a bucket elsewhere, as 1000
 * objects in a request each and at once, and kept for a year of 365 days; more is laid over it.
 */
export const bucket = (
  profile: string,
  {
    workload = {},
    store = {},
    strategy = {},
    stores = {},
    ...rest
  }: {
    readonly workload?: Declared;
    readonly store?: Declared;
    readonly strategy?: Declared;
    readonly stores?: Declared;
  } & Declared = {},
): Declared => ({
  start: NEW_YEAR,
  horizon: '1 year',
  sites: { here: {}, there: {} },
  links: { line: { between: ['here', 'there'], rate: '1000 PB/s' } },
  workloads: { data: { site: 'here', size: '1000 GiB', ...PLAIN, ...workload } },
  stores: {
    bucket: {
      ...{ profile, site: 'there', prefixes: 1000 },
      ...{ 'object-size': '1 GiB', 'part-size': '1 GiB' },
      ...store,
    },
    ...stores,
  },
  strategies: {
    plan: {
      to: 'bucket',
      full: [NEW_YEAR],
      keep: { last: 1 },
      streams: 1_000_000_000,
      ...strategy,
    },
  },
  ...rest,
});

/** A disk beside the data that everything is copied back to, for nothing. */
export const copiedHome: { readonly stores: Declared; readonly strategy: Declared } = {
  stores: { disk: { site: 'here', cost: { once: '0 USD' } } },
  strategy: { copies: [{ to: 'disk', streams: 1_000_000_000 }] },
};

/** Checked again every so often by reading all of it back home. */
export const rechecked = (every: string, more: Declared = {}) => ({
  strategy: { verify: { method: 'md5', rate: '1000 PB/s', recheck: every, ...more } },
});
