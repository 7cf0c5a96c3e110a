/**
 * The scenarios that are timed, as plain objects in the scenario language. The numbers stand here
 * once: `peer.py` gets the same ones, and works everything else out by itself.
 */

/**
 * @typedef {object} Contention
 * @property {number} [workloads] how many bodies of data
 * @property {number} [years] length of the horizon
 * @property {number} [routes] distinct links to the store, which share one capacity
 * @property {boolean} [ownRatio] whether each workload compresses differently, so that no two jobs
 *   ask the same of link and store
 */

/** Bytes a second for 20 workloads, and shares, as `peer.py` takes them. */
export const RATES = {
  link: 3e9,
  storeRead: 8e9,
  storeWrite: 4e9,
  verify: 6e8,
  kilometres: 100,
  growthPerYear: 0.08,
  changePerDay: 0.03,
  hot: 0.05,
  takes: 0.9,
  compressibility: 2,
  keepDays: 30,
};

/** Different sizes, so that jobs end at different times. */
export const sizeOf = (index) => (500 + 37 * (index % 101)) * 1e9;

/**
 * Daily increments and weekly fulls of many workloads over shared links into one store, kept for
 * 30 days and checked afterwards, in a window, with growth and hot and cold data.
 *
 * @param {Contention} [choice]
 */
export function contention({ workloads = 20, years = 10, routes = 1, ownRatio = false } = {}) {
  // More workloads get as much more to share: the nights stay as full as they are.
  const scale = workloads / 20;
  const each = (count, entry) => Object.fromEntries(Array.from({ length: count }, entry));
  return {
    start: '2026-01-05',
    horizon: `${years} years`,
    sites: { remote: {}, ...each(routes, (_, r) => [`home ${r}`, {}]) },
    links: each(routes, (_, r) => [
      `wan ${r}`,
      {
        between: [`home ${r}`, 'remote'],
        rate: `${(RATES.link * scale) / routes} B/s`,
        distance: `${RATES.kilometres * (r + 1)} km`,
      },
    ]),
    stores: {
      vault: {
        site: 'remote',
        read: `${RATES.storeRead * scale} B/s`,
        write: `${RATES.storeWrite * scale} B/s`,
      },
    },
    workloads: each(workloads, (_, index) => [
      `workload ${String(index).padStart(5, '0')}`,
      {
        site: `home ${index % routes}`,
        size: `${sizeOf(index)} B`,
        growth: `${RATES.growthPerYear * 100} %/year`,
        change: {
          'per-day': `${RATES.changePerDay * 100} %`,
          skew: { hot: `${RATES.hot * 100} %`, takes: `${RATES.takes * 100} %` },
        },
        compressibility: ownRatio ? 1.5 + index / 20 : RATES.compressibility,
      },
    ]),
    strategies: {
      nightly: {
        full: 'weekly on Sunday at 01:00',
        incremental: 'daily at 01:00',
        window: '01:00-07:00',
        to: 'vault',
        keep: { daily: RATES.keepDays },
        verify: { method: 'md5', rate: `${RATES.verify} B/s` },
      },
    },
  };
}
