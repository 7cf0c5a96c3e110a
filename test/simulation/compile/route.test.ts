import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, runOf, strategyOf } from '../../support/played.ts';

const TB = 1e12;

/** 1 TB over a link into a store. */
const over = (strategy: Declared, more: Declared = {}): Declared => ({
  start: '2026-01-05',
  horizon: '1 day',
  sites: { here: {}, there: {} },
  workloads: { data: { ...PLAIN, site: 'here', size: '1 TB', read: '1 GB/s' } },
  links: { wan: { between: ['here', 'there'], rate: '1 GB/s' } },
  stores: { disk: { site: 'there', read: '500 MB/s', write: '1 GB/s' } },
  tools: { plain: { like: 'generic', compression: 'off' } },
  strategies: { plan: { tool: 'plain', full: 'daily at 00:00', ...strategy } },
  ...more,
});

describe('a way over a link', () => {
  it('carries the bytes back to be compared with the source', () => {
    const sent = (verify: Declared): number => runOf(planOf(over({ verify }))).traffic[0] ?? 0;
    expect(sent({ method: 'none' })).toBe(TB);
    expect(sent({ method: 'byte-compare' })).toBe(2 * TB);
    expect(sent({ method: 'byte-compare', coverage: '10 %' })).toBe(1.1 * TB);
  });

  it('names the first of stages that are equally slow', async () => {
    const { jobs } = strategyOf(await resultOf(over({})), 'plan');
    expect(jobs[0]?.bottleneck).toEqual([{ stage: 'read source', share: 1 }]);
  });

  it('is gone back one link after the other where it is staged', async () => {
    const moved = async (path: string): Promise<number> => {
      const tools = { plain: { like: 'generic', compression: 'off', path } };
      const { recovery } = strategyOf(await resultOf(over({}, { tools })), 'plan');
      return recovery.newest?.terms.move.mean ?? 0;
    };
    expect(await moved('pipelined')).toBeCloseTo(2000, 9);
    expect(await moved('staged')).toBeCloseTo(3000, 9);
  });
});

describe('futures that keep no point', () => {
  it('are counted in the dates and gaps of the others', async () => {
    const declared = over(
      {},
      {
        workloads: {
          data: { ...PLAIN, site: 'here', size: { triangular: ['1 GB', '5 TB', '9 TB'] } },
        },
        stores: { disk: { site: 'there', capacity: '5 TB' } },
        strategies: { plan: { tool: 'plain', full: ['2026-01-05'] } },
      },
    );
    const { recovery, rpo, points } = strategyOf(await resultOf(declared, { trials: 60 }), 'plan');
    const none = 1 - points.kept.mean;
    expect(none).toBeGreaterThan(0.2);
    expect(none).toBeLessThan(0.8);
    expect(recovery.newest?.pointTime.never).toBeCloseTo(none, 9);
    expect(rpo.gap).toMatchObject({ mean: 86400, p95: 86400 });
  });
});

describe('what is said of the keep rules', () => {
  it('is how they are read, and from when on as much goes as comes', async () => {
    const said = async (keep: Declared, horizon: string) => {
      const { points } = strategyOf(await resultOf(over({ keep }, { horizon })), 'plan');
      return [points.dialects, points.steadyFrom];
    };
    const week = { dialect: 'exclusive+oldest', daily: 7 };
    expect(await said(week, '30 days')).toEqual([['exclusive+oldest'], '2026-01-12T00:00:00Z']);
    expect(await said({ points: 10 }, '20 days')).toEqual([
      ['overlapping'],
      '2026-01-15T00:00:00Z',
    ]);
    expect(await said({ points: 400 }, '20 days')).toEqual([['overlapping'], null]);
    const { warnings } = await resultOf(over({ keep: { points: 400 } }, { horizon: '20 days' }));
    expect(warnings.join()).toContain('the horizon is shorter than the longest retention');
  });
});

describe('a horizon beyond the dates that can be worked out', () => {
  it('is a problem, not an empty plan', () => {
    const far = { start: '2999-12-01', horizon: '2 months' };
    expect(() => planOf(over({}, far))).toThrow(/horizon: ends after the year 2999/);
  });
});
