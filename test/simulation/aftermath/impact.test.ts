import { describe, expect, it } from 'vitest';
import type { Impact } from '../../../src/simulation/aftermath/impact.ts';
import { RECOVERY_TERMS } from '../../../src/simulation/aftermath/recovery-tally.ts';
import { disasterFigures } from '../../../src/study/disaster-figures.ts';
import { filesOf, oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

const [HOUR, DAY] = [3600, 86400];

/** One workload at home with a disk there, and a store elsewhere; a full a day at midnight. */
const twoSites = (strategy: Declared, disaster: Declared, more: Declared = {}) =>
  oneWorkload({
    horizon: '200 days',
    sites: { home: { region: 'north' }, away: {} },
    links: { wan: { between: ['home', 'away'], rate: '1 GB/s' } },
    workload: { site: 'home' },
    stores: { disk: { site: 'home' }, safe: { site: 'away' } },
    strategy: { to: 'disk', full: 'never', incremental: 'daily at 00:00', ...strategy },
    disasters: { it: { 'per-year': 1, ...disaster } },
    ...more,
  });

const struckIn = (declared: Declared): Impact => {
  const [first] = runOf(planOf(declared)).impact;
  if (!first) throw new Error('nothing was struck');
  return first;
};

const term = ({ terms }: Impact, name: (typeof RECOVERY_TERMS)[number]): number =>
  terms[RECOVERY_TERMS.indexOf(name)] ?? Number.NaN;

describe('ransomware', () => {
  const scope = 'everything online and unlocked';
  const copies = (lock?: string) => [{ to: 'safe', keep: { last: 100 }, lock }];

  it('leaves nothing where no copy is locked', () => {
    const impact = struckIn(twoSites({ copies: copies() }, { scope }));
    expect(impact).toMatchObject({ survivors: [], unprotected: 1, loss: null, seconds: null });
  });

  it('leaves nothing good where it was there for longer than copies are locked', () => {
    const impact = struckIn(twoSites({ copies: copies('7 d') }, { scope, dwell: '14 d' }));
    expect(impact).toMatchObject({ unprotected: 1, loss: null });
  });

  it('costs the dwell and half a day where the lock is longer', () => {
    const impact = struckIn(twoSites({ copies: copies('30 d') }, { scope, dwell: '14 d' }));
    expect(impact.unprotected).toBe(0);
    expect(impact.loss?.mean).toBeCloseTo(14 * DAY + DAY / 2, -2);
    expect(impact.loss?.worst).toBeCloseTo(15 * DAY, -1);
  });

  it('passes by what is offline', () => {
    const stores = { disk: { site: 'home' }, safe: { site: 'away', access: 'offline' } };
    const impact = struckIn(twoSites({ copies: copies() }, { scope }, { stores }));
    expect(impact.unprotected).toBe(0);
  });
});

describe('a lost site', () => {
  const scope = 'site home';

  it('is restored over the link, by the copy elsewhere, after what is waited for', () => {
    const times = { 'noticed-after': '1 h', decide: '30 min', provision: '8 h' };
    const declared = twoSites(
      { copies: [{ to: 'safe' }], restore: { 'hand-over': '2 h' } },
      { scope, ...times },
    );
    const impact = struckIn(declared);
    expect(impact.survivors).toEqual([1]);
    // 1 TB at 1 GB/s, and what must be waited for: 1 + 0.5 + 8 + 2 hours.
    expect(impact.seconds?.mean).toBeCloseTo(11.5 * HOUR + 1000, 3);
    expect(term(impact, 'move')).toBeCloseTo(1000, 3);
    expect(term(impact, 'people')).toBe(2 * HOUR);
  });

  it('loses what has not come to the vault yet', () => {
    const stores = {
      disk: { site: 'home' },
      safe: { site: 'home', profile: 'tape/lto9', vault: { site: 'away', after: '2 d' } },
    };
    const copies = [{ to: 'safe', as: 'full', keep: { last: 100 } }];
    const impact = struckIn(twoSites({ copies }, { scope }, { stores }));
    // The newest that is there is two days old, and up to three.
    expect(impact.loss?.mean).toBeGreaterThan(2.5 * DAY);
    expect(impact.loss?.mean).toBeLessThan(2.6 * DAY);
    // Of two days until they are there, at most one is the way back.
    expect(term(impact, 'prepare')).toBeGreaterThan(DAY);
    expect(term(impact, 'prepare')).toBeLessThan(DAY + HOUR);
  });

  it('waits for the courier that brings media back, not for the one that picks them up', () => {
    const vault = { site: 'away', 'pick-up': 'weekly on Monday at 09:00', out: '6 h', back: '4 h' };
    const stores = { disk: { site: 'home' }, safe: { site: 'home', vault } };
    const copies = [{ to: 'safe', as: 'full', keep: { last: 100 } }];
    // The first Monday at 15:00 and 28 weeks.
    const horizon = '4719 hours';
    const impact = struckIn(twoSites({ copies }, { scope }, { stores, horizon }));
    expect(term(impact, 'prepare')).toBe(4 * HOUR);
    // The point of Monday 00:00 is there on Monday at 15:00, and for a week it is the newest.
    expect(impact.loss?.worst).toBeCloseTo(7 * DAY + 15 * HOUR, 6);
    expect(impact.loss?.mean).toBeCloseTo(3.5 * DAY + 15 * HOUR, 6);
    expect(impact.unprotected).toBe(0);
  });

  it('leaves logs that were shipped elsewhere, and they are applied', () => {
    const workload = { site: 'home', change: '10 %/day' };
    const log = { every: '1 h', to: 'safe', apply: '10 MB/s' };
    const declared = twoSites({ copies: [{ to: 'safe' }], log }, { scope }, {});
    const impact = struckIn({
      ...declared,
      workloads: { data: { size: '1 TB', compressibility: 1, duplicates: 0, ...workload } },
    });
    expect(impact.loss?.worst).toBeLessThan(HOUR + 10);
    expect(impact.loss?.worst).toBeGreaterThanOrEqual(HOUR);
    expect(impact.loss?.mean).toBeLessThan(0.5 * HOUR + 10);
    // Half a day of 100 GB, on average, at 10 MB/s.
    expect(term(impact, 'apply')).toBeGreaterThan(0.95 * (50e9 / 10e6));
    expect(term(impact, 'apply')).toBeLessThan(1.2 * (50e9 / 10e6));
  });

  it('costs the lag and the switch where a replica stands elsewhere', () => {
    const replicate = { to: 'safe', lag: '5 s', switch: '10 min' };
    const impact = struckIn(twoSites({ replicate }, { scope, decide: '1 h' }));
    expect(impact.loss).toEqual({ worst: 5, mean: 5, p95: 5 });
    expect(impact.seconds?.mean).toBe(HOUR + 600);
    const slip = struckIn(twoSites({ replicate }, { scope: 'workload' }));
    expect(slip.loss?.mean).toBeGreaterThan(0.4 * DAY);
  });

  it('takes the region with it', () => {
    expect(struckIn(twoSites({}, { scope: 'region north' })).unprotected).toBe(1);
  });
});

describe('workloads of a lost site', () => {
  it('come back one after the other, in the order of their priorities', () => {
    const data = { site: 'home', compressibility: 1, duplicates: 0, change: '0 %/day' };
    const declared = twoSites({ copies: [{ to: 'safe' }] }, { scope: 'site home', decide: '1 h' });
    const plan = planOf({
      ...declared,
      workloads: {
        large: { size: '4 TB', priority: 1, ...data },
        small: { size: '1 TB', priority: 2, ...data },
        other: { size: '2 TB', priority: 2, ...data },
      },
    });
    const [all] = disasterFigures(plan, runOf(plan).impact);
    const order = all?.order.map(({ workload, seconds }) => [
      plan.workloads[workload]?.name,
      Math.round(seconds),
    ]);
    expect(order).toEqual([
      ['large', HOUR + 4000],
      ['small', HOUR + 5000],
      ['other', HOUR + 7000],
    ]);
    expect(all?.seconds?.mean).toBeCloseTo(HOUR + 7000, 1);
  });

  it('are waited for once, as long as the slowest needs', () => {
    const declared = twoSites({}, { scope: 'site home', decide: '1 h' });
    const plan = planOf({
      ...declared,
      workloads: { a: { size: '4 TB', site: 'home' }, b: { size: '1 TB', site: 'home' } },
      strategies: {
        plan: {
          to: 'disk',
          incremental: 'daily at 00:00',
          copies: [{ to: 'safe' }],
          restore: { 'hand-over': '2 h' },
          overrides: { b: { restore: { 'hand-over': '6 h' } } },
        },
      },
    });
    const { impact } = runOf(plan);
    const [all] = disasterFigures(plan, impact);
    const sum = Array.from(all?.terms ?? []).reduce((total, one) => total + one, 0);
    expect(all?.seconds?.mean).toBeCloseTo(sum, 6);
    expect(all?.order.at(-1)?.seconds).toBeCloseTo(sum, 6);
    expect(all?.terms[RECOVERY_TERMS.indexOf('people')]).toBe(6 * HOUR);
    const moves = impact.reduce((total, one) => total + term(one, 'move'), 0);
    expect(all?.seconds?.mean).toBeCloseTo(7 * HOUR + moves, 3);
  });
});

describe('what a restore reads', () => {
  it('is a chain as it is then: what was merged into the full is not read again', () => {
    const declared = oneWorkload({
      horizon: '300 days',
      workload: { change: { 'per-day': '1 %' } },
      strategy: { full: 'never', incremental: 'daily at 00:00', keep: { points: 5 } },
      disasters: { slip: { scope: 'workload', 'per-year': 1 } },
    });
    const impact = struckIn(declared);
    // A full and four increments, never those of 300 days; a fifth before it is merged.
    expect(impact.bytesRead).toBeGreaterThan(1.03e12);
    expect(impact.bytesRead).toBeLessThan(1.06e12);
  });

  it('goes on over jobs that were left out', () => {
    const declared = oneWorkload({
      horizon: '60 days',
      workload: { events: [{ on: ['2026-01-20'], rewrites: '50 %' }] },
      strategy: { full: 'never', incremental: 'daily at 12:00', unchanged: 'skip' },
      disasters: { slip: { scope: 'workload', 'per-year': 1 } },
    });
    // The full alone for 15 days, then with the increment of half of it.
    const share = (60 - 15.5) / (60 - 0.5);
    expect(struckIn(declared).bytesRead).toBeCloseTo(1e12 + share * 0.5e12, -10);
  });
});

describe('a copy of fulls that share blocks', () => {
  it('takes the whole of each', () => {
    const run = runOf(
      planOf(
        oneWorkload({
          horizon: '22 days',
          stores: { disk: { 'block-clone': 'age-table' }, safe: {} },
          strategy: {
            to: 'disk',
            full: 'never',
            synthetic: 'weekly on Monday at 00:00',
            incremental: 'daily at 00:00',
            copies: [{ to: 'safe', after: 'full', as: 'full' }],
          },
          workload: { change: '1 %/day' },
        }),
      ),
    );
    const cloned = filesOf(run, 0).filter(({ kind }) => kind.includes('synthetic'));
    expect(cloned.at(-1)?.bytes).toBeLessThan(0.5e12);
    const copied = filesOf(run, 1);
    expect(copied.length).toBeGreaterThan(2);
    for (const { bytes } of copied) expect(bytes).toBe(1e12);
  });
});

describe('a copy that cannot be read', () => {
  it('is as likely as the time for which points are kept says, however long the horizon', () => {
    const unreadableIn = (horizon: string): number =>
      struckIn(
        oneWorkload({
          horizon,
          store: { latent: '10 %/year' },
          strategy: { full: 'daily at 00:00', keep: { points: 73 } },
          disasters: { slip: { scope: 'workload', 'per-year': 1 } },
        }),
      ).unreadable;
    // A full is kept for 73 days, a fifth of a year, less the time of its own job: x = 0.02,
    // 1 - (1 - exp(-x)) / x = 0.0099335.
    expect(unreadableIn('100 days')).toBeCloseTo(0.0099335, 5);
    expect(unreadableIn('400 days')).toBeCloseTo(unreadableIn('100 days'), 9);
  });
  it('is none of the points that have not come to the vault by the end', () => {
    const tape = {
      profile: 'tape/lto9',
      vault: { site: 'away', after: '20 d' },
      latent: '1 %/year',
    };
    const declared = twoSites(
      { copies: [{ to: 'safe' }] },
      { scope: 'site home' },
      { horizon: '10 days', stores: { disk: { site: 'home' }, safe: { site: 'home', ...tape } } },
    );
    expect(struckIn(declared)).toMatchObject({ unprotected: 1, unreadable: 0 });
  });
});
