import { type AwkwardScenario, BIG, FIRE, one, ransomware, two } from './plans.ts';

/** 500 TB at 20 MB/s take 289 days. */
const SLOW = {
  workloads: { files: { size: '500 TB', compressibility: 1, duplicates: 0 } },
  stores: { disk: { capacity: '5000 TB', write: '20 MB/s' } },
};

/** What is begun when most of the time is over, or later than the one before it, and what is never begun. */
export const AWKWARD_LATE: readonly AwkwardScenario[] = [
  {
    title: 'a single copy on the last day of the year',
    why: 'a fire on any of the 364 days before leaves nothing, and that is no seeding',
    scenario: two(
      { copies: [{ to: 'far', on: ['2027-12-31'] }] },
      { disasters: FIRE, objectives: { rpo: '48 h' } },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files fire'],
  },
  {
    title: 'daily backups that begin on 20 December',
    why: 'up to then there is none, for 353 days',
    scenario: one({ incremental: '0 20 20-31 12 *' }, { objectives: { rpo: '24 h' } }),
    exit: 3,
    take: null,
    broken: ['rpo: files'],
  },
  {
    title: 'locks of two days on weekly copies, and a shelf from 30 December on',
    why: 'for five days of seven no copy is locked; nobody may wait for the shelf all year',
    scenario: two(
      {
        copies: [
          { to: 'far', on: 'weekly', lock: '2 d' },
          { to: 'shelf', on: ['2027-12-30'] },
        ],
      },
      {
        stores: {
          disk: { ...BIG, site: 'here' },
          far: { ...BIG, site: 'there' },
          shelf: { ...BIG, site: 'there', access: 'offline' },
        },
        disasters: ransomware(),
        objectives: { rpo: '8 d' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files ransomware'],
  },
  {
    title: 'copies twice a year, the first after half of it',
    why: 'they lie 184 days apart, and the first is due after 181: the rhythm is what was promised',
    scenario: two(
      { copies: [{ to: 'far', on: ['2027-07-01', '2027-12-31'] }] },
      { disasters: { fire: { ...FIRE.fire, objectives: { rpo: '184 d' } } } },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'a yearly copy in October under a promise of 370 days',
    why: 'no more is lost than was promised, from the first day on',
    scenario: two(
      { copies: [{ to: 'far', on: 'yearly on 1 October' }] },
      { disasters: { fire: { ...FIRE.fire, objectives: { rpo: '370 d' } } } },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'copies of data that never change, whose backups are left out then',
    why: 'the copy is what the data are, however old its point',
    scenario: two(
      { unchanged: 'skip', copies: [{ to: 'far' }] },
      {
        workloads: { files: { site: 'here', size: '5 TB', change: '0 %/day' } },
        disasters: FIRE,
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'a full in July that is written for 289 days',
    why: 'at the end of the year there is still nothing to restore',
    scenario: one({ full: 'yearly on 1 July', incremental: 'never' }, SLOW),
    exit: 3,
    take: null,
    broken: ['schedule'],
  },
  {
    title: 'copies that wait a day and a half for daily backups',
    why: 'each waits by itself and takes the newest point then, so copies are made a day apart',
    scenario: two(
      { copies: [{ to: 'far', delay: '36 h' }] },
      { disasters: FIRE, objectives: { rpo: '24 h' } },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'copies that wait longer than the year',
    why: 'not one is made',
    scenario: two(
      { copies: [{ to: 'far', delay: '400 d' }] },
      { disasters: FIRE, objectives: { rpo: '24 h' } },
    ),
    exit: 3,
    take: null,
    broken: ['schedule far', 'rpo: files fire'],
  },
  {
    title: 'a fire with a promise of its own, and mail without a backup',
    why: 'the files come back from the copy, mail does not',
    scenario: two(
      { workloads: ['files'], copies: [{ to: 'far' }] },
      {
        workloads: { files: { size: '5 TB', site: 'here' }, mail: { size: '1 TB', site: 'here' } },
        disasters: { fire: { ...FIRE.fire, objectives: { rpo: '24 h' } } },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rpo fire: mail fire'],
  },
  {
    title: 'a fire that takes only what has no backup',
    why: 'it strikes mail all the same, and what was promised after it is not kept',
    scenario: two(
      { workloads: ['files'] },
      {
        workloads: { files: { size: '5 TB', site: 'there' }, mail: { size: '1 TB', site: 'here' } },
        disasters: { fire: { ...FIRE.fire, objectives: { rto: '24 h' } } },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rto fire: mail fire'],
  },
];
