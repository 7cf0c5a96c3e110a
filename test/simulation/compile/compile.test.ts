import { describe, expect, it } from 'vitest';
import { route } from '../../../src/simulation/compile/network.ts';
import { oneWorkload, PLAIN } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf, secondsOf } from '../../support/played.ts';

const chainOf = (count: number, last: string): Declared => {
  const sites = Array.from({ length: count + 1 }, (_, index) => `s${index}`);
  return {
    start: '2026-01-05',
    horizon: '1 day',
    sites: Object.fromEntries(sites.map((site) => [site, { server: { cores: 4 } }])),
    workloads: { data: { ...PLAIN, site: 's0', size: '1 TB' } },
    links: Object.fromEntries(
      sites.slice(1).map((site, index) => {
        const rate = index === count - 1 ? last : '1 GB/s';
        return [`l${index}`, { between: [`s${index}`, site], rate }];
      }),
    ),
    stores: { disk: { site: `s${count}`, write: '2 GB/s' } },
    strategies: { plan: { tool: 'restic', incremental: 'daily at 00:00' } },
  };
};

describe('a plan', () => {
  it('is in the order of names, and remembers that of the file', () => {
    const plan = planOf(
      oneWorkload({
        workloads: { zebra: { size: '1 TB' }, ant: { size: '1 TB' } },
        strategies: { late: { full: 'daily at 01:00' }, early: { full: 'daily at 01:00' } },
      }),
    );
    expect(plan.workloads.map(({ name }) => name)).toEqual(['ant', 'zebra']);
    expect(plan.strategies.map(({ name }) => name)).toEqual(['early', 'late']);
    expect(plan.order).toEqual(['late', 'early']);
  });

  it('writes down each value that nobody gave, once', () => {
    const { defaults } = planOf(oneWorkload());
    const paths = defaults.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('workloads.data.class');
    expect(paths).toContain('strategies.plan.tool');
    expect(paths).not.toContain('workloads.data.size');
  });

  // Paths of workloads are not looked up: none may come twice by itself.
  it.each([
    { size: '1 TB' },
    { checkpoints: { parameters: 7e9, changed: '5 %' } },
    { vectors: { count: 1e6, dimensions: 768, hnsw: 32 } },
    { tokens: { 'per-day': 1e9, held: '30 d' } },
    { size: '1 TB', events: [{ on: 'monthly on day 15 at 12:00' }] },
    { size: '1 TB', change: { 'per-day': '3 %', skew: { zipf: 1.1 } } },
  ])('writes down each value of a workload with %j once', (data) => {
    const struck = { disasters: { fire: { scope: 'workload', 'per-year': 0.01 } } };
    const { defaults } = planOf({ ...oneWorkload({ workloads: { data } }), ...struck });
    const paths = defaults.map(({ path }) => path);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
    expect(paths.some((path) => path.startsWith('workloads.data.'))).toBe(true);
  });

  it('protects the workloads that a strategy names, in the order of names, each once', () => {
    const workloads = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [name, { size: '1 TB' }]),
    );
    const plan = planOf(
      oneWorkload({
        workloads,
        strategies: { some: { full: 'daily at 01:00', workloads: ['d', 'b'] } },
      }),
    );
    expect(plan.strategies[0]?.protections.map(({ workload }) => workload)).toEqual([1, 3]);
  });

  it('keeps what two strategies state apart, though it has one name in the streams of chance', () => {
    const verify = (rate: string) => ({ full: 'daily at 00:00', verify: { method: 'md5', rate } });
    const plan = planOf(
      oneWorkload({ strategies: { slow: verify('1 GB/s'), fast: verify('2 GB/s') } }),
    );
    const seconds = (strategy: string) => runOf(plan, { strategy }).verification.seconds;
    expect(seconds('slow')).toBeCloseTo(10 * 1000, 6);
    expect(seconds('fast')).toBeCloseTo(10 * 500, 6);
  });

  it('keeps what one strategy states for two workloads apart', () => {
    const declared = oneWorkload({
      workloads: { a: { ...PLAIN, size: '1 TB' }, b: { ...PLAIN, size: '1 TB' } },
      strategy: { overrides: { b: { failure: '90 %' } } },
    });
    const { durations } = runOf(planOf(declared));
    expect(durations[0]).toHaveLength(10);
    expect(durations[1]?.length).toBeLessThan(10);
  });
});

describe('a store', () => {
  it('of too few drives to hold data is a problem, not a job that never ends', () => {
    const store = { profile: 'nas/10g', drives: 2, capacity: undefined, write: undefined };
    expect(() => planOf(oneWorkload({ store }))).toThrow(/stores.disk.drives: are too few/);
    expect(planOf(oneWorkload({ store: { ...store, drives: 3 } })).stores[0]?.capacity).toBe(24e12);
  });
});

describe('the way from a workload to its store', () => {
  const links = [
    { name: 'ab', between: ['a', 'b'] },
    { name: 'ac', between: ['c', 'a'] },
    { name: 'bd', between: ['b', 'd'] },
    { name: 'cd', between: ['c', 'd'] },
    { name: 'de', between: ['d', 'e'] },
  ];

  it('is the one over the fewest links, in either direction', () => {
    expect(route('a', 'a', links)).toEqual([]);
    expect(route('a', 'c', links)).toEqual(['ac']);
    expect(route('e', 'a', links)).toHaveLength(3);
    expect(route('a', 'f', links)).toBeNull();
  });

  it('is streamed over from end to end: delays add up, and every link may lose a packet', () => {
    const over = (count: number, link: Declared) => {
      const declared = chainOf(count, '1 GB/s');
      const links = Object.entries(declared.links as Record<string, Declared>);
      const slow = Object.fromEntries(links.map(([name, one]) => [name, { ...one, ...link }]));
      const tools = { mover: { like: 'generic', compression: 'off' } };
      const strategies = { plan: { tool: 'mover', full: 'daily at 00:00' } };
      return secondsOf(runOf(planOf({ ...declared, links: slow, tools, strategies })))[0] ?? 0;
    };
    // 64 KiB in 20 ms; without loss, 1 TB.
    const window = { rtt: '10 ms', 'stream-window': '64 KiB' };
    expect(over(2, window)).toBeCloseTo(1e12 / (65536 / 0.02), 0);
    // Mathis over 20 ms with 1 - (1 - 1e-4)^2 lost.
    const lossy = { rtt: '10 ms', loss: 1e-4 };
    const mathis = (Math.sqrt(1.5) * 1460) / (0.02 * Math.sqrt(1 - (1 - 1e-4) ** 2));
    expect(over(2, lossy) / (1e12 / mathis)).toBeCloseTo(1, 6);
  });

  it('may go over any number of links, and the slowest of them sets the pace', () => {
    const [fast = 0] = secondsOf(runOf(planOf(chainOf(12, '100 MB/s'))));
    const [slow = 0] = secondsOf(runOf(planOf(chainOf(12, '50 MB/s'))));
    // 1 TB takes 20 000 s instead of 10 000 s, and so does the little that restic adds.
    expect(slow - fast).toBeCloseTo(10_000, -1);
  });
});
