import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../src/units/calendar.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

/** Daily points of a store, and what may happen to them. */
const kept = (strategy: Declared, disaster: Declared, more: Declared = {}): Declared => ({
  start: '2027-01-01',
  sites: { here: {}, there: {} },
  links: { line: { between: ['here', 'there'], rate: '1 TB/s' } },
  workloads: { data: { site: 'here', size: '1 TB' } },
  stores: { disk: { site: 'here' }, far: { site: 'there' } },
  strategies: { plan: { to: 'disk', full: 'daily at 20:00', ...strategy } },
  disasters: { it: { 'per-year': 1, ...disaster } },
  ...more,
});

/** The gap that is judged, in days, since when and where. */
const gap = (declared: Declared) => {
  const plan = planOf(declared);
  const [impact] = runOf(plan).impact;
  if (!impact) throw new Error('nothing is struck');
  const { seconds, since, store } = impact.gap;
  return [seconds / 86_400, formatInstant(since), plan.stores[store]?.name];
};

const slip = { scope: 'workload', 'noticed-after': '5 d' };
const thinned = { keep: { daily: 3, weekly: 8 } };

describe('the gap after a disaster', () => {
  it('is that of the schedule while all that is needed is there', () => {
    expect(gap(kept({ keep: { daily: 30 } }, slip))).toEqual([1, '2027-01-01T20:00:00Z', 'disk']);
  });

  it('is a week where the days were thinned out before the slip is seen', () => {
    expect(gap(kept(thinned, slip))).toEqual([7, '2027-01-03T20:00:00Z', 'disk']);
  });

  it('is that of another copy that has kept them', () => {
    const copies = [{ to: 'far', keep: { daily: 30 } }];
    expect(gap(kept({ ...thinned, copies }, slip))).toEqual([1, '2027-01-01T20:00:00Z', 'disk']);
  });

  it('is that of a copy which is always behind, in days after its first and second', () => {
    // 1 TB at 10 MB/s takes 100,000 s: the seventh copy begins on day 6.94, and the eighth on day 8.10.
    const links = { line: { between: ['here', 'there'], rate: '10 MB/s' } };
    const behind = kept({ copies: [{ to: 'far', as: 'full' }] }, { scope: 'site here' }, { links });
    expect(gap(behind)).toEqual([2, '2027-01-07T20:00:00Z', 'far']);
    expect(runOf(planOf(behind)).impact[0]?.bare).toBe(0);
  });

  it('is that from shipment to shipment of a courier: the last Sundays of April and of May', () => {
    const vault = { site: 'there', 'pick-up': 'monthly on day 1 at 09:00' };
    const stores = {
      disk: { site: 'here' },
      tape: { site: 'here', profile: 'tape/lto9', slots: 300, vault },
    };
    const copies = [{ to: 'tape', on: 'weekly on Sunday at 12:00', keep: { weekly: 12 } }];
    const fire = { scope: 'site here' };
    expect(gap(kept({ copies }, fire, { stores }))).toEqual([35, '2027-04-24T20:00:00Z', 'tape']);
  });

  it('is the age that all points have when they reach the vault, if they come more often', () => {
    // A full of 1 TB takes 1000 s at 1 GB/s; its copy 2500 s at 400 MB/s, 37 s to load a tape, 195 s to take it out; then it waits for a week.
    const vault = { site: 'there', after: '7 d' };
    const stores = {
      disk: { site: 'here', read: '1 GB/s', write: '1 GB/s' },
      tape: { site: 'here', profile: 'tape/lto9', slots: 300, vault },
    };
    const copies = [{ to: 'tape', keep: { daily: 30 } }];
    const plan = planOf(kept({ copies }, { scope: 'site here' }, { stores }));
    const [impact] = runOf(plan).impact;
    expect(impact?.gap.seconds).toBeCloseTo(7 * 86_400 + 1000 + 2500 + 37 + 195, 3);
    expect(impact?.gap.isAge).toBe(true);
  });

  it('is that age too where few of many points are copied: weekly tapes of hourly backups', () => {
    // The first tape is of the 61st hour; each leaves after ten days, and the next comes after seven.
    const vault = { site: 'there', after: '10 d' };
    const stores = {
      disk: { site: 'here' },
      tape: { site: 'here', profile: 'tape/lto9', slots: 300, vault },
    };
    const copies = [{ to: 'tape', on: 'weekly on Sunday at 12:00', keep: { weekly: 12 } }];
    const hourly = { full: ['2027-01-01'], incremental: 'hourly' };
    const plan = planOf(kept({ ...hourly, copies }, { scope: 'site here' }, { stores }));
    const [impact] = runOf(plan).impact;
    // Ten days, and at most a day for the job.
    expect((impact?.gap.seconds ?? 0) / 86_400).toBeGreaterThan(10);
    expect((impact?.gap.seconds ?? 0) / 86_400).toBeLessThan(11);
  });
});
