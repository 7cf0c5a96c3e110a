import { type AwkwardScenario, BIG, FIRE, one, ransomware, two } from './plans.ts';

/** A slip that is seen after so long. */
const slip = (noticed: string, more = {}) => ({
  slip: { scope: 'workload', 'per-year': 1, 'noticed-after': noticed, ...more },
});
const thinned = { full: 'daily at 20:00', keep: { daily: 3, weekly: 8 } };
const courier = (strategy: object, pickUp: string, rpo: string) =>
  two(
    {
      copies: [{ to: 'tape', on: 'weekly on Sunday at 12:00', keep: { weekly: 12 } }],
      ...strategy,
    },
    {
      stores: {
        disk: { ...BIG, site: 'here' },
        tape: {
          profile: 'tape/lto9',
          site: 'here',
          slots: 300,
          vault: { site: 'there', 'pick-up': pickUp },
        },
      },
      disasters: { fire: { ...FIRE.fire, objectives: { rpo } } },
      objectives: { rpo: '24 h' },
    },
  );
const vaulted = (after: string, rpo: string) =>
  two(
    { copies: [{ to: 'tape', keep: { daily: 30 } }] },
    {
      stores: {
        disk: { ...BIG, site: 'here' },
        tape: { profile: 'tape/lto9', site: 'here', slots: 300, vault: { site: 'there', after } },
      },
      disasters: FIRE,
      objectives: { rpo },
    },
  );
const june = [1, 2, 3, 4, 5, 6].map((day) => `2027-06-0${day}`);

/** What is left once the damage is seen, the courier has come, or the restore has run. */
export const AWKWARD_LATER: readonly AwkwardScenario[] = [
  {
    title: 'points that are thinned out before a slip is seen',
    why: 'after five days the daily points of before are gone, and a weekly one is up to 7 d older',
    scenario: one(thinned, { disasters: slip('5 d'), objectives: { rpo: '24 h' } }),
    exit: 3,
    take: null,
    broken: ['rpo: files slip'],
  },
  {
    title: 'points that are thinned out, and a promise that says so',
    why: 'seven days are less than eight',
    scenario: one(thinned, {
      disasters: slip('5 d', { objectives: { rpo: '8 d' } }),
      objectives: { rpo: '24 h' },
    }),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'points that are thinned out here, and kept elsewhere',
    why: 'the copy has thirty daily points, and one of before the slip is among them',
    scenario: two(
      { ...thinned, copies: [{ to: 'far', keep: { daily: 30 } }] },
      { disasters: slip('5 d'), objectives: { rpo: '24 h' } },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'a lock of three days, six without a backup, and a yearly copy on a shelf',
    why: 'for three days nothing here is locked, and the shelf has a point of five months ago',
    scenario: one(
      {
        lock: '3 d',
        keep: { daily: 10 },
        window: { daily: '20:00-06:00', closed: june },
        copies: [{ to: 'shelf', on: 'yearly on 2 January' }],
      },
      {
        stores: { disk: BIG, shelf: { ...BIG, access: 'offline' } },
        disasters: ransomware(),
        objectives: { rpo: '10 d' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files ransomware'],
  },
  {
    title: 'a lock that ends before the damage is seen',
    why: 'points older than two weeks are not locked, and younger ones hold it',
    scenario: one(
      { lock: '7 d', keep: { daily: 60 } },
      { disasters: ransomware({ dwell: '14 d' }), objectives: { rpo: '48 h' } },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files ransomware'],
  },
  {
    title: 'a courier who comes once a month for weekly tapes',
    why: 'from shipment to shipment the newest tape in the vault is up to five weeks older',
    scenario: courier({}, 'monthly on day 1 at 09:00', '10 d'),
    exit: 3,
    take: null,
    broken: ['rpo fire: files fire'],
  },
  {
    title: 'a courier who comes each week for weekly tapes',
    why: 'each shipment has a tape that is a week newer',
    scenario: courier({}, 'weekly on Monday at 09:00', '7 d'),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'tapes of each day that leave for the vault after a week',
    why: 'after a fire the newest tape that is left is a week old at the least',
    scenario: vaulted('7 d', '24 h'),
    exit: 3,
    take: null,
    broken: ['rpo: files fire'],
  },
  {
    title: 'tapes of each day that leave after a week, and a promise of eight days',
    why: 'they come a day apart, and eight days are more than seven and the time of a job',
    scenario: vaulted('7 d', '8 d'),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'a promise for the loss of a store',
    why: 'its copy comes back over the line: 13 TB at 125 MB/s take 28.9 h',
    scenario: two(
      { full: 'never', copies: [{ to: 'far' }] },
      {
        links: { line: { between: ['here', 'there'], rate: '1 Gbit/s' } },
        workloads: {
          files: {
            site: 'here',
            size: '10 TB',
            change: '1 %/day',
            compressibility: 1,
            duplicates: 0,
          },
        },
        stores: {
          disk: { ...BIG, read: '10 GB/s', site: 'here' },
          far: { ...BIG, read: '10 GB/s', site: 'there' },
        },
        disasters: {
          dead: { scope: 'store disk', 'per-year': 0.1, objectives: { rto: '24 h', rpo: '25 h' } },
        },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rto dead: files dead'],
  },
  {
    title: 'the loss of a store without a promise of its own',
    why: 'the data stand untouched, so what is promised of disasters is not asked for',
    scenario: two(
      { full: 'never', copies: [{ to: 'far' }] },
      {
        stores: {
          disk: { ...BIG, read: '10 GB/s', site: 'here' },
          far: { ...BIG, read: '10 MB/s', site: 'there' },
        },
        disasters: { dead: { scope: 'store disk', 'per-year': 0.1 } },
        objectives: { rto: '1 h', rpo: '25 h' },
      },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'a promise for the loss of a site where no data are',
    why: 'nothing has to come back, so nothing is judged',
    scenario: two(
      { copies: [{ to: 'far' }] },
      { disasters: { flood: { scope: 'site there', 'per-year': 1, objectives: { rto: '1 h' } } } },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'objects that have moved to an archive by the time they are needed',
    why: 'the point of before the damage is 45 days old, and the archive takes 12 h to thaw',
    scenario: two(
      {
        copies: [
          { to: 'bucket', as: 'full', on: 'weekly on Sunday', lock: '90 d', keep: { weekly: 20 } },
        ],
      },
      {
        stores: {
          disk: { ...BIG, read: '1 GB/s', site: 'here' },
          bucket: {
            profile: 'cloud/aws-s3-standard',
            site: 'there',
            lifecycle: [{ after: '30 d', to: 'cloud/aws-s3-deep-archive' }],
          },
        },
        workloads: { files: { site: 'here', size: '1 TB' } },
        disasters: ransomware({ dwell: '45 d' }),
        objectives: { rto: '8 h', rpo: '8 d' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rto: files ransomware'],
  },
  {
    title: 'two workloads that come back one after the other',
    why: 'each takes 22.2 h over the line, so the second is back after 44.4 h',
    scenario: two(
      { full: 'never', copies: [{ to: 'far' }] },
      {
        links: { line: { between: ['here', 'there'], rate: '1 Gbit/s' } },
        workloads: Object.fromEntries(
          ['files', 'more'].map((name) => [
            name,
            { site: 'here', size: '10 TB', change: '0 %/day', compressibility: 1, duplicates: 0 },
          ]),
        ),
        disasters: FIRE,
        objectives: { rto: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rto: more fire'],
  },
];
