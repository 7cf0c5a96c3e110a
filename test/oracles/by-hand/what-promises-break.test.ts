import { describe, expect, it } from 'vitest';
import { oneWorkload, PLAIN } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';

const DAY = 86_400;

/** What breaks: the promise, of which workload, after which disaster, in which store, and how far it is off. */
const broken = async (declared: Declared) =>
  strategyOf(await resultOf(declared), 'plan')
    .objectives.filter(({ met }) => !met)
    .map(({ name, at, value }) => [name, at.workload, at.disaster, at.store, value?.mean ?? null]);

const apart: Declared = {
  sites: { home: {}, away: {} },
  links: { line: { between: ['home', 'away'], rate: '1000 TB/s' } },
};
const fire = { scope: 'site home', 'per-year': 0.1 };
const log = (keep: string): Declared =>
  oneWorkload({
    horizon: '60 days',
    strategy: { keep: { daily: 30 }, log: { every: '15 min', keep } },
    disasters: { slip: { scope: 'workload', 'per-year': 1, 'noticed-after': '5 d' } },
    objectives: { rpo: '1 h' },
  });

describe('a promise that breaks', () => {
  it('after a slip that is seen when the log of before it is gone: 5 d, and a day since the backup', async () => {
    expect(await broken(log('7 d'))).toEqual([]);
    expect(await broken(log('2 d'))).toEqual([['rpo', 'data', 'slip', 'disk', DAY]]);
  });

  it('after a slip that a replica has followed', async () => {
    const declared = oneWorkload({
      ...apart,
      workload: { site: 'home' },
      stores: { disk: { site: 'home', read: '1 GB/s' }, standby: { site: 'away' } },
      strategy: { to: 'disk', replicate: { to: 'standby', mode: 'sync', switch: '1 h' } },
      disasters: { fire, slip: { scope: 'workload', 'per-year': 1 } },
      objectives: { rpo: '5 min', rto: '2 h' },
    });
    expect(await broken(declared)).toEqual([['rpo', 'data', 'slip', 'disk', DAY]]);
  });

  it('of the copies of a copy that has filled its store: days 0 to 4 fit, and 15 d are missing', async () => {
    const declared = oneWorkload({
      horizon: '20 days',
      stores: { disk: {}, middle: { capacity: '5 TB' }, far: {} },
      strategy: {
        to: 'disk',
        copies: [
          { to: 'middle', as: 'full', keep: { last: 100 } },
          { to: 'far', from: 'middle', on: 'daily at 12:00', as: 'full', keep: { last: 100 } },
        ],
      },
      disasters: { dead: { scope: 'store disk', 'per-year': 1, objectives: { rpo: '24 h' } } },
    });
    expect(await broken(declared)).toEqual([
      ['schedule', 'data', null, 'middle', 0.25],
      ['schedule', 'data', null, 'far', 0.25],
      ['rpo', 'data', 'dead', 'middle', 15 * DAY],
    ]);
  });

  it('of one workload alone, by the order in which they come back: what has less time comes first', async () => {
    // At 1 GB/s 4000 s of the first, then 2000 s of the one with a promise of its own, then 1000 s.
    const within = (rto: string): Declared =>
      oneWorkload({
        ...apart,
        workloads: {
          first: { ...PLAIN, site: 'home', write: '1 GB/s', size: '4 TB', priority: 1 },
          other: { ...PLAIN, site: 'home', write: '1 GB/s', size: '1 TB' },
          own: { ...PLAIN, site: 'home', write: '1 GB/s', size: '2 TB', objectives: { rto } },
        },
        stores: { disk: { site: 'away' } },
        disasters: { fire },
        objectives: { rto: '2 h' },
      });
    expect(await broken(within('6001 s'))).toEqual([]);
    // Where no order keeps it the shortest comes first.
    const late = await broken(within('5999 s'));
    expect(late.map(([name, workload]) => [name, workload])).toEqual([['rto', 'own']]);
    expect(late[0]?.[4]).toBeCloseTo(7000, 1);
  });

  it('where a lock is shorter than damage sleeps, though the points are kept for long', async () => {
    const locked = (lock: string): Declared =>
      oneWorkload({
        horizon: '90 days',
        strategy: { keep: { daily: 30 }, lock },
        disasters: {
          ransom: { scope: 'everything online and unlocked', 'per-year': 0.1, dwell: '10 d' },
        },
        objectives: { rpo: '24 h' },
      });
    expect(await broken(locked('14 d'))).toEqual([]);
    expect(await broken(locked('7 d'))).toEqual([['rpo', 'data', 'ransom', null, null]]);
  });

  it('of the workload that a strategy copies nowhere', async () => {
    const declared = oneWorkload({
      ...apart,
      workloads: {
        a: { ...PLAIN, site: 'home', size: '1 TB' },
        b: { ...PLAIN, site: 'home', size: '1 TB' },
      },
      stores: { disk: { site: 'home' }, far: { site: 'away' } },
      strategy: { to: 'disk', copies: [{ to: 'far' }], overrides: { b: { copies: [] } } },
      disasters: { fire },
      objectives: { rpo: '25 h', rto: '2 h' },
    });
    const all = await broken(declared);
    expect(all.map(([name, workload, disaster]) => [name, workload, disaster])).toContainEqual([
      'rpo',
      'b',
      'fire',
    ]);
    expect(all.every(([, workload]) => workload === 'b')).toBe(true);
  });

  it('is none where two jobs that take turns fill the day to the second: 12 h each', async () => {
    const declared = oneWorkload({
      horizon: '28 days',
      workloads: { a: { ...PLAIN, size: '43.2 TB' }, b: { ...PLAIN, size: '43.2 TB' } },
      store: { jobs: 1 },
      strategy: { keep: { last: 2 } },
      objectives: { rpo: '24 h' },
    });
    // 43.2 TB at 1 GB/s: the second ends as the next day begins, and so does every other one.
    expect(await broken(declared)).toEqual([]);
  });
});
