import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

const DAY = 86_400;

/** 10 TB, of which so much changes a day, with a store at the other end of a line. */
const sent = (strategy: Declared, more: Declared = {}): Declared => ({
  start: '2026-01-05',
  horizon: '40 days',
  sites: { here: {}, there: {} },
  links: { line: { between: ['here', 'there'], rate: '10 MB/s' } },
  workloads: { data: { ...PLAIN, site: 'here', size: '10 TB', change: { 'per-day': '86.4 GB' } } },
  stores: { disk: { site: 'here' }, far: { site: 'there' } },
  tools: { plain: { like: 'generic', compression: 'off' } },
  strategies: { plan: { tool: 'plain', to: 'disk', incremental: 'daily at 00:00', ...strategy } },
  ...more,
});

const followed = (declared: Declared) => {
  const plan = planOf(declared);
  return runOf(plan).following.map(({ kind, share, since, seededAt }) => ({
    kind,
    share,
    since: (since - plan.start) / DAY,
    seeded: (seededAt - plan.start) / DAY,
  }));
};

describe('a log or a replica follows', () => {
  it('from the first copy of a replica on, at what the line has left: 10 TB at 9 MB/s', () => {
    const [replica, ...others] = followed(sent({ replicate: { to: 'far' } }));
    expect(others).toEqual([]);
    expect(replica).toMatchObject({ kind: 'replica', share: 1, since: Number.NaN });
    expect(replica?.seeded).toBeCloseTo(1e13 / 9e6 / DAY, 6);
  });

  it('not where its first copy outlasts the horizon', () => {
    const horizon = { horizon: '12 days' };
    expect(followed(sent({ replicate: { to: 'far' } }, horizon))).toMatchObject([
      { share: 0, since: 0 },
    ]);
  });

  it('just as fast as the line is, and not where the line is a little slower', () => {
    const over = (rate: string) => ({ links: { line: { between: ['here', 'there'], rate } } });
    const log = { log: { every: '1 h', to: 'far' } };
    expect(followed(sent(log, over('1 MB/s')))).toMatchObject([{ kind: 'log', share: 1 }]);
    expect(followed(sent(log, over('0.999 MB/s')))).toMatchObject([{ share: 0, since: 0 }]);
  });

  it('until its store is full: 86.4 GB a day into 900 GB are full on the eleventh day', () => {
    const stores = { disk: { site: 'here' }, far: { site: 'there', capacity: '900 GB' } };
    const log = { log: { every: '1 h', to: 'far', keep: '30 d' } };
    expect(followed(sent(log, { stores }))).toMatchObject([{ share: 0.25, since: 10 }]);
  });
});
