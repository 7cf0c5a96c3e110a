import { type AwkwardScenario, BIG, FIRE, one, two } from './plans.ts';

/** How fast data come back, or are saved: from the store that is quick, or from one of which nobody knows. */
export const AWKWARD_SPEEDS: readonly AwkwardScenario[] = [
  {
    title: 'a restore that nothing limits',
    why: 'the store has no read rate, so nobody knows whether 5 TB are back within the hour',
    scenario: one({}, { objectives: { rto: '1 h' } }),
    exit: 3,
    take: null,
    broken: ['rto'],
  },
  {
    title: 'a restore from a store with a rate',
    why: '6.5 TB at 2 GB/s take 54 min',
    scenario: one({}, { stores: { disk: { ...BIG, read: '2 GB/s' } }, objectives: { rto: '1 h' } }),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'a restore over a line of known rate, from a store without one',
    why: 'after a fire 6.5 TB come back at 1.25 GB/s, in 1.4 h',
    scenario: two({ copies: [{ to: 'far' }] }, { disasters: FIRE, objectives: { rto: '2 h' } }),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'backups on a slow store, and a copy of each on a fast one',
    why: '6.5 TB take 36 h from the one and 1.8 h from the other, which holds every point',
    scenario: two(
      { copies: [{ to: 'fast' }] },
      {
        stores: {
          disk: { ...BIG, read: '50 MB/s', site: 'here' },
          fast: { ...BIG, read: '1 GB/s', site: 'here' },
        },
        objectives: { rto: '8 h' },
      },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'backups on a slow store, and one fast copy a month',
    why: 'all points but one a month come from the slow store alone',
    scenario: two(
      { copies: [{ to: 'fast', on: 'monthly' }] },
      {
        stores: {
          disk: { ...BIG, read: '50 MB/s', site: 'here' },
          fast: { ...BIG, read: '1 GB/s', site: 'here' },
        },
        objectives: { rto: '8 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rto: files'],
  },
  {
    title: 'a training run that fails before it has saved',
    why: 'a save takes 1.5 h, and every ten minutes something fails: backups of it are no help',
    scenario: one(
      {},
      {
        training: {
          run: {
            workload: 'files',
            accelerators: 1000,
            mtbf: '10 min',
            tiers: [{ name: 'disk', rate: '1 GB/s' }],
          },
        },
      },
    ),
    exit: 3,
    take: null,
    broken: ['training files: files'],
  },
  {
    title: 'the same run, and a failure a day',
    why: 'it loses some 40 % of its time and gets ahead',
    scenario: one(
      {},
      {
        training: {
          run: {
            workload: 'files',
            accelerators: 1000,
            mtbf: '24 h',
            tiers: [{ name: 'disk', rate: '1 GB/s' }],
          },
        },
      },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
];
