import { type AwkwardScenario, BIG, FIRE, one, two } from './plans.ts';

/** 10 TB of which a tenth changes a day: 11.6 MB/s, all the time. */
const BUSY = { files: { site: 'here', size: '10 TB', change: '10 %/day', compressibility: 1 } };
const line = (rate: string) => ({ line: { between: ['here', 'there'], rate } });

/** What is declared beside the backups, and does not happen. */
export const AWKWARD_DECLARED: readonly AwkwardScenario[] = [
  {
    title: 'a log over a line that carries a tenth of it',
    why: '1.25 MB/s of 11.6 MB/s arrive: the log is further behind every day, and helps nobody',
    scenario: two(
      { log: { every: '15 min', to: 'far' } },
      { links: line('10 Mbit/s'), workloads: BUSY, objectives: { rpo: '3 h' } },
    ),
    exit: 3,
    take: null,
    broken: ['log far: files', 'rpo: files'],
  },
  {
    title: 'the same log over a line that carries it',
    why: '12.5 MB/s are more than 11.6: a shipment of 15 min takes 14 min, so 29 min are lost at most',
    scenario: two(
      { log: { every: '15 min', to: 'far' } },
      { links: line('100 Mbit/s'), workloads: BUSY, objectives: { rpo: '30 min' } },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'the logs of two workloads over a line that carries one',
    why: 'each alone would fit; together they send 23.1 MB/s of 12.5',
    scenario: two(
      { log: { every: '15 min', to: 'far' } },
      {
        links: line('100 Mbit/s'),
        workloads: { ...BUSY, more: BUSY.files },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['log far: files'],
  },
  {
    title: 'a replica over a line that carries a tenth of what changes',
    why: 'it is never what the data are, so a fire leaves nothing',
    scenario: two(
      { replicate: { to: 'far' } },
      {
        links: line('10 Mbit/s'),
        workloads: BUSY,
        disasters: FIRE,
        objectives: { rpo: '24 h', rto: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['replica far: files', 'rpo: files fire', 'rto: files fire'],
  },
  {
    title: 'a replica of 10 TB in a store of 5 TB',
    why: 'half of it has no room from the first day on',
    scenario: two(
      { replicate: { to: 'far' } },
      {
        stores: { disk: { ...BIG, site: 'here' }, far: { capacity: '5 TB', site: 'there' } },
        workloads: { files: { site: 'here', size: '10 TB' } },
        disasters: FIRE,
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['replica far: files', 'rpo: files fire'],
  },
  {
    title: 'a replica whose first copy outlasts the date',
    why: '10 TB at 12.5 - 1.16 MB/s are whole after 10.2 days, and 10 are given',
    scenario: two(
      { replicate: { to: 'far' } },
      {
        links: line('100 Mbit/s'),
        workloads: { files: { ...BUSY.files, change: '1 %/day' } },
        objectives: { 'protected-by': '10 d' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['protected-by'],
  },
  {
    title: 'a replica that is whole before the date',
    why: 'the same, and 11 days are given',
    scenario: two(
      { replicate: { to: 'far' } },
      {
        links: line('100 Mbit/s'),
        workloads: { files: { ...BUSY.files, change: '1 %/day' } },
        objectives: { 'protected-by': '11 d' },
      },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'a log that is kept longer than its store has room',
    why: 'a terabyte a day for thirty days, and there are five',
    scenario: two(
      { log: { every: '15 min', to: 'far', keep: '30 d' } },
      {
        stores: { disk: { ...BIG, site: 'here' }, far: { capacity: '5 TB', site: 'there' } },
        workloads: BUSY,
        objectives: { rpo: '1 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['log far: files', 'rpo: files'],
  },
  {
    title: 'a daily check of everything that takes ten days',
    why: 'thirty fulls of 3 TB at 100 MB/s take 10.4 d',
    scenario: one(
      { full: 'daily at 20:00', verify: { method: 'md5', recheck: '1 d' } },
      {
        workloads: { files: { size: '3 TB', compressibility: 1, duplicates: 0 } },
        stores: { disk: { ...BIG, read: '100 MB/s' } },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['recheck disk'],
  },
  {
    title: 'the same check once in two weeks',
    why: '10.4 d are less than 14',
    scenario: one(
      { full: 'daily at 20:00', verify: { method: 'md5', recheck: '14 d' } },
      {
        workloads: { files: { size: '3 TB', compressibility: 1, duplicates: 0 } },
        stores: { disk: { ...BIG, read: '100 MB/s' } },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'checks of two workloads that share a store',
    why: 'each takes 10.4 d of 14, but both read from it at 100 MB/s',
    scenario: one(
      { full: 'daily at 20:00', verify: { method: 'md5', recheck: '14 d' } },
      {
        workloads: {
          files: { size: '3 TB', compressibility: 1, duplicates: 0 },
          more: { size: '3 TB', compressibility: 1, duplicates: 0 },
        },
        stores: { disk: { ...BIG, read: '100 MB/s', write: '10 GB/s' } },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['recheck disk'],
  },
  {
    title: 'a check after each job that takes longer than a day',
    why: '10 TB at 100 MB/s are checked in 27.8 h, so every other job is skipped',
    scenario: one(
      { full: 'daily at 20:00', verify: { method: 'md5', rate: '100 MB/s' } },
      {
        workloads: { files: { size: '10 TB', compressibility: 1, duplicates: 0 } },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['schedule', 'rpo: files'],
  },
  {
    title: 'full copies that take an hour more than a day',
    why: '12 TB at 125 MB/s take 26.7 h: one night in ten finds the copy before still running',
    scenario: two(
      { copies: [{ to: 'far', as: 'full' }] },
      {
        links: line('1 Gbit/s'),
        workloads: { files: { site: 'here', size: '12 TB', compressibility: 1, duplicates: 0 } },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['schedule far'],
  },
  {
    title: 'full copies that take two hours less than a day',
    why: '10 TB at 125 MB/s take 22.2 h',
    scenario: two(
      { copies: [{ to: 'far', as: 'full' }] },
      {
        links: line('1 Gbit/s'),
        workloads: { files: { site: 'here', size: '10 TB', compressibility: 1, duplicates: 0 } },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 0,
    take: 'plan',
    broken: [],
  },
  {
    title: 'growth that outgrows the line',
    why: '0.6 TB change a day at first and 1.2 TB in the end; 1.08 TB pass',
    scenario: two(
      { copies: [{ to: 'far' }] },
      {
        links: line('100 Mbit/s'),
        workloads: {
          files: {
            site: 'here',
            size: '20 TB',
            change: '3 %/day',
            growth: '100 %/year',
            compressibility: 1,
            duplicates: 0,
          },
        },
        objectives: { rpo: '24 h' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['schedule far'],
  },
  {
    title: 'eight workloads and one tape drive',
    why: '40 TB a day at 400 MB/s take 27.8 h',
    scenario: one(
      { full: 'daily at 20:00', keep: { daily: 7 } },
      {
        horizon: '1 month',
        workloads: Object.fromEntries(
          [...'abcdefgh'].map((name) => [
            name,
            { size: '5 TB', compressibility: 1, duplicates: 0 },
          ]),
        ),
        stores: { disk: { profile: 'tape/lto9', drives: 1, slots: 5000 } },
      },
    ),
    exit: 3,
    take: null,
    broken: ['schedule'],
  },
  {
    title: 'less room for less that is protected',
    why: 'nothing is promised, and the one that leaves mail without a backup needs half the room',
    scenario: one(
      {},
      {
        workloads: { files: { size: '5 TB' }, mail: { size: '5 TB' } },
        strategies: {
          half: { incremental: 'daily at 20:00', workloads: ['files'] },
          whole: { incremental: 'daily at 20:00' },
        },
      },
    ),
    exit: 0,
    take: 'whole',
    broken: [],
  },
  {
    title: 'a date to be protected by, and a workload that no strategy names',
    why: 'mail is never protected',
    scenario: one(
      { workloads: ['files'] },
      {
        workloads: { files: { size: '5 TB' }, mail: { size: '5 TB' } },
        objectives: { 'protected-by': '10 d' },
      },
    ),
    exit: 3,
    take: null,
    broken: ['protected-by: mail'],
  },
];
