import type { Written } from '../front-door.ts';

/** A plan whose flaw, or whose merit, is easily missed, and the verdict that a planner may follow. */
export interface AwkwardScenario {
  readonly title: string;
  /** The argument for the verdict, in a line. */
  readonly why: string;
  readonly scenario: Written;
  /** Exit code; the strategy that is recommended; and what is broken, by strategy where several are. */
  readonly exit: 0 | 3;
  readonly take: string | null;
  /** Promises that are broken: name, whose they are, and where they break. */
  readonly broken: readonly string[];
}

const START = { start: '2027-01-01', horizon: '1 year' };
/** A store that holds all of a year. */
export const BIG = { capacity: '900 TB' };
const files = { files: { size: '5 TB' } };
/** One workload, one store, and one strategy. */
export const one = (strategy: Written, more: Written = {}): Written => ({
  ...START,
  workloads: files,
  stores: { disk: BIG },
  strategies: { plan: { to: 'disk', incremental: 'daily at 20:00', ...strategy } },
  ...more,
});
/** The same with a second site, a store `far` there and a line to it. */
export const two = (strategy: Written, more: Written = {}): Written =>
  one(strategy, {
    sites: { here: {}, there: {} },
    links: { line: { between: ['here', 'there'], rate: '10 Gbit/s' } },
    workloads: { files: { size: '5 TB', site: 'here' } },
    stores: { disk: { ...BIG, site: 'here' }, far: { ...BIG, site: 'there' } },
    ...more,
  });
/** A fire at the site of the data. */
export const FIRE = { fire: { scope: 'site here', 'per-year': 0.01 } };

/** Ransomware that destroys what the network reaches. */
export const ransomware = (more: Written = {}): Written => ({
  ransomware: { scope: 'everything online and unlocked', 'per-year': 0.1, ...more },
});

export const AWKWARD_SCENARIOS: readonly AwkwardScenario[] = [
  {
    title: 'a copy of a copy that fails',
    why: 'the middle store holds one full; what it lacks cannot be copied on',
    scenario: two(
      { full: 'weekly', copies: [{ to: 'far' }, { to: 'third', from: 'far' }] },
      {
        sites: { here: {}, there: {}, yonder: {} },
        links: {
          line: { between: ['here', 'there'], rate: '10 Gbit/s' },
          onward: { between: ['there', 'yonder'], rate: '10 Gbit/s' },
        },
        stores: {
          disk: { ...BIG, site: 'here' },
          far: { capacity: '6 TB', site: 'there' },
          third: { ...BIG, site: 'yonder' },
        },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['schedule far', 'schedule third'],
  },
  {
    title: 'a lock that outlasts the store',
    why: 'nothing may be removed for two years, and the store is full after three weeks',
    scenario: one(
      { full: 'weekly', keep: { daily: 7 }, lock: '2 years' },
      { stores: { disk: { capacity: '20 TB' } }, objectives: { rpo: '24 h' } },
    ),
    exit: 3,
    take: null,
    broken: ['schedule', 'rpo: files'],
  },
  {
    title: 'a workload whose copies an override takes away',
    why: 'nothing of it is left after a fire, however well the other is copied',
    scenario: two(
      { copies: [{ to: 'far' }], overrides: { db: { copies: [] } } },
      {
        workloads: {
          files: { site: 'here', size: '5 TB' },
          db: { site: 'here', size: '1 TB', objectives: { rpo: '24 h' } },
        },
        disasters: FIRE,
        objectives: { rpo: '48 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rpo db: db fire'],
  },
  {
    title: 'a window that the fulls miss',
    why: '10 TB at 500 MB/s take 5.6 h and 20 TB twice that: three nights of seven do not fit',
    scenario: one(
      { full: 'weekly on Mon, Wed, Fri at 20:00', window: '20:00-04:00', keep: { daily: 14 } },
      {
        workloads: { files: { size: '20 TB', compressibility: 1 } },
        stores: { disk: { ...BIG, write: '500 MB/s' } },
        objectives: { rpo: '48 h', window: '90 %' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['window'],
  },
  {
    title: 'a window that every job misses, and cuts off',
    why: 'no job ever ends, so there is nothing to restore',
    scenario: one(
      { window: '20:00-04:00', overrun: { window: 'cut' } },
      {
        workloads: { files: { size: '50 TB', compressibility: 1 } },
        stores: { disk: { ...BIG, write: '500 MB/s' } },
        objectives: { rto: '100 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['schedule', 'rto: files'],
  },
  {
    title: 'a restore whose only copy is in a vault',
    why: 'a courier brings the tapes back, which takes a day before anything is read',
    scenario: two(
      { copies: [{ to: 'tape', on: 'weekly' }] },
      {
        stores: {
          disk: { ...BIG, site: 'here' },
          tape: { profile: 'tape/lto9-hh', site: 'here', slots: 100, vault: { site: 'there' } },
        },
        disasters: FIRE,
        objectives: { rto: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rto: files fire'],
  },
  {
    title: 'a restore whose only copy has to thaw',
    why: 'Deep Archive gives nothing for twelve hours, and eight are promised',
    scenario: two(
      { copies: [{ to: 'deep' }] },
      {
        stores: {
          disk: { ...BIG, site: 'here' },
          deep: { profile: 'cloud/aws-s3-deep-archive', site: 'there' },
        },
        disasters: FIRE,
        objectives: { rto: '8 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rto: files fire'],
  },
  {
    title: 'a copy that thaws beside one that is at hand',
    why: 'the disk elsewhere is restored from in minutes; the archive takes nothing from that',
    scenario: two(
      { copies: [{ to: 'far' }, { to: 'deep' }] },
      {
        stores: {
          disk: { ...BIG, read: '2 GB/s', site: 'here' },
          far: { ...BIG, read: '2 GB/s', site: 'there' },
          deep: { profile: 'cloud/aws-s3-deep-archive', site: 'there' },
        },
        disasters: FIRE,
        objectives: { rto: '8 h', rpo: '25 h' },
      },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'failures by chance, and no retry',
    why: 'of 365 nights with a chance of 5 % some fail, and then two days lie between points',
    scenario: one({ failure: '5 %' }, { objectives: { rpo: '24 h' } }),
    exit: 3,
    take: null,
    broken: ['rpo: files'],
  },
  {
    title: 'a workload that no strategy names',
    why: 'mail has no backup at all',
    scenario: one(
      { workloads: ['files'] },
      {
        workloads: { files: { size: '5 TB' }, mail: { size: '1 TB' } },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: mail'],
  },
  {
    title: 'growth that fills the store in summer',
    why: 'the first half of the year is fine, the second leaves no point',
    scenario: one(
      { full: 'never' },
      {
        workloads: { files: { size: '5 TB', growth: '20 GB/day' } },
        stores: { disk: { capacity: '11 TB' } },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['schedule', 'rpo: files'],
  },
  {
    title: 'ransomware that sleeps longer than anything is kept',
    why: 'after 30 days all 14 points hold the damage; a lock keeps bad points too',
    scenario: one(
      { lock: '14 d', keep: { daily: 14 } },
      { disasters: ransomware({ dwell: '30 d' }), objectives: { rpo: '48 h' } },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files ransomware'],
  },
  {
    title: 'ransomware, and points kept long enough',
    why: 'sixty locked days hold thirty that are older than the damage',
    scenario: one(
      { lock: '60 d', keep: { daily: 60 } },
      { disasters: ransomware({ dwell: '30 d' }), objectives: { rpo: '48 h' } },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'ransomware that only a shelf of monthly copies survives',
    why: 'the disk is encrypted with its data, and on the shelf points lie a month apart',
    scenario: one(
      { copies: [{ to: 'shelf', on: 'monthly' }] },
      {
        stores: { disk: BIG, shelf: { ...BIG, access: 'offline' } },
        disasters: ransomware(),
        objectives: { rpo: '72 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files ransomware'],
  },
  {
    title: 'a copy in the same region',
    why: 'an earthquake takes both sites',
    scenario: two(
      { copies: [{ to: 'far' }] },
      {
        sites: { here: { region: 'bay' }, there: { region: 'bay' } },
        disasters: { quake: { scope: 'region bay', 'per-year': 0.001 } },
        objectives: { rpo: '48 h', rto: '48 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files quake', 'rto: files quake'],
  },
  {
    title: 'a limit of cost where the store has no price',
    why: 'what is not known cannot be said to stay below a limit',
    scenario: one({}, { objectives: { rpo: '24 h', cost: '1000 USD/year' } }),
    exit: 3,
    take: null,
    broken: ['cost'],
  },
  {
    title: 'a first full that outlasts the year',
    why: '500 TB at 10 MB/s take 579 days: there is never a backup',
    scenario: one(
      {},
      {
        workloads: { files: { size: '500 TB', compressibility: 1 } },
        stores: { disk: { capacity: '5000 TB', write: '10 MB/s' } },
      },
    ),
    exit: 3,
    take: null,
    broken: ['schedule'],
  },
  {
    title: 'a schedule that begins after the horizon',
    why: 'not one backup is made',
    scenario: one({ full: ['2029-01-01'], incremental: 'never' }),
    exit: 3,
    take: null,
    broken: ['schedule'],
  },
  {
    title: 'a day on which the window is closed',
    why: 'on 1 February nothing runs, so two days lie between the points',
    scenario: one(
      { window: { daily: '20:00-21:00', closed: ['2027-02-01'] } },
      { objectives: { rpo: '24 h' } },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files'],
  },
  {
    title: 'weekly copies under a promise of two days',
    why: 'after a fire the last copy is up to a week old',
    scenario: two(
      { copies: [{ to: 'far', on: 'weekly' }] },
      { disasters: FIRE, objectives: { rpo: '48 h' } },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files fire'],
  },
  {
    title: 'weekly copies under a promise of two days that a fire may break',
    why: 'the disaster has a promise of its own, which is looser and kept',
    scenario: two(
      { copies: [{ to: 'far', on: 'weekly' }] },
      {
        disasters: { fire: { ...FIRE.fire, objectives: { rpo: '8 d' } } },
        objectives: { rpo: '48 h' },
      },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'copies that are made of fulls alone, and there is one',
    why: 'forever incremental has one full: the copy is a year old in the end',
    scenario: two(
      { full: 'never', copies: [{ to: 'far', after: 'full' }] },
      { disasters: FIRE, objectives: { rpo: '48 h' } },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files fire'],
  },
  {
    title: 'copies that are made each month and locked for a week',
    why: 'for three weeks of four no copy is locked, and ransomware leaves nothing',
    scenario: two(
      { copies: [{ to: 'far', on: 'monthly', lock: '7 d' }] },
      { disasters: ransomware(), objectives: { rto: '48 h' } },
    ),
    exit: 3,
    take: null,
    broken: ['rto: files ransomware'],
  },
  {
    title: 'a replica that takes over every fault',
    why: 'corruption reaches the replica at once; the daily points hold one of each day',
    scenario: two(
      { replicate: { to: 'far', mode: 'sync' } },
      {
        disasters: { rot: { scope: 'corruption', 'per-year': 0.1, dwell: '2 d' } },
        objectives: { rpo: '12 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files rot'],
  },
  {
    title: 'a first copy over a slow line, with a date to be protected by',
    why: '60 TB at 12.5 MB/s take 56 days, and 14 are given',
    scenario: two(
      { full: 'never', copies: [{ to: 'far' }] },
      {
        links: { line: { between: ['here', 'there'], rate: '100 Mbit/s' } },
        workloads: {
          files: {
            site: 'here',
            size: '60 TB',
            compressibility: 1,
            change: { 'per-day': '10 GB' },
          },
        },
        objectives: { rpo: '24 h', 'protected-by': '2027-01-15' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['protected-by'],
  },
  {
    title: 'a store that is filled beyond what is promised',
    why: '11.98 TB of 12 lie there at the peak, and 80 % are the most',
    scenario: one(
      { full: 'monthly', keep: { last: 10 } },
      { stores: { disk: { capacity: '12 TB' } }, objectives: { rpo: '24 h', fill: '80 %' } },
    ),
    exit: 3,
    take: null,
    broken: ['fill'],
  },
  {
    title: 'a copy that never fits, beside a plan without one',
    why: 'nothing else is promised, but a copy that is declared is to be made',
    scenario: {
      ...two({ copies: [{ to: 'far' }] }),
      stores: { disk: { ...BIG, site: 'here' }, far: { capacity: '1 TB', site: 'there' } },
      strategies: {
        copied: { to: 'disk', incremental: 'daily at 20:00', copies: [{ to: 'far' }] },
        plain: { to: 'disk', incremental: 'daily at 20:00' },
      },
    },
    exit: 0,
    take: 'plain',
    broken: ['copied: schedule far'],
  },
  {
    title: 'damage in the store that nobody looks for',
    why: 'half of what lies there goes bad in a year, so in 45.6 % of the cases nothing can be read',
    scenario: one(
      {},
      {
        stores: { disk: { ...BIG, read: '1 GB/s', latent: '50 %/year' } },
        disasters: { loss: { scope: 'workload', 'per-year': 1 } },
        objectives: { rpo: '24 h', rto: '100 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['rpo: files loss', 'rto: files loss'],
  },
];
