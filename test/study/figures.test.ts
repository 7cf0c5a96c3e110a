import { describe, expect, it } from 'vitest';
import { FULL, INCREMENTAL, SEED } from '../../src/simulation/plan/levels.ts';
import { figuresOf } from '../../src/study/figures.ts';
import { oneWorkload, PLAIN } from '../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../support/played.ts';

const figures = (declared: Declared) => {
  const plan = planOf(declared);
  return figuresOf(plan, runOf(plan));
};

describe('the figures of a run', () => {
  it('give each level of each workload its own jobs', () => {
    const { jobs } = figures(
      oneWorkload({
        horizon: '14 days',
        workloads: {
          a: { ...PLAIN, size: '1 TB' },
          b: { ...PLAIN, size: '2 TB', change: '10 %/run' },
        },
        strategies: { plan: { full: 'weekly on Monday at 00:00', incremental: 'daily at 00:00' } },
      }),
    );
    expect(jobs.map(({ workload, level, count }) => [workload, level, count])).toEqual([
      [0, SEED, 1],
      [0, FULL, 1],
      [0, INCREMENTAL, 12],
      [1, SEED, 1],
      [1, FULL, 1],
      [1, INCREMENTAL, 12],
    ]);
    expect(jobs[5]).toMatchObject({ bytesRead: 2e11, bytesStored: 2e11, wait: 0 });
  });

  it('spread over the jobs of a run: mean, median, 95 % point, longest', () => {
    // Fulls that grow by 100 GB a day take 1000 s, 1100 s, ... and the first is the seed.
    const { jobs } = figures(
      oneWorkload({ horizon: '22 days', workload: { growth: '100 GB/day' } }),
    );
    const full = jobs.find(({ level }) => level === FULL);
    expect(full?.count).toBe(21);
    expect(full?.seconds).toBeCloseTo(2100, 6);
    expect(full?.p50).toBeCloseTo(2100, 6);
    expect(full?.p95).toBeCloseTo(3000, 6);
    expect(full?.max).toBeCloseTo(3100, 6);
  });

  it('share the time of the jobs out to what held them up', () => {
    const { jobs } = figures(
      oneWorkload({
        horizon: '1 day',
        tools: { own: { prepare: '500 s' } },
        strategy: { tool: 'own', verify: { method: 'md5', rate: '2 GB/s' } },
      }),
    );
    const bottleneckSeconds = jobs[0]?.bottleneckSeconds ?? new Map();
    expect([...bottleneckSeconds.keys()].sort()).toEqual(['prepare', 'store disk', 'verify md5']);
    expect(bottleneckSeconds.get('prepare')).toBeCloseTo(0.25, 9);
    expect(bottleneckSeconds.get('store disk')).toBeCloseTo(0.5, 9);
    expect(bottleneckSeconds.get('verify md5')).toBeCloseTo(0.25, 9);
  });

  it('name what held a job up while another was there too', () => {
    const { jobs } = figures(
      oneWorkload({
        horizon: '1 day',
        workloads: {
          a: { ...PLAIN, size: '1 TB' },
          b: { ...PLAIN, size: '1 TB', read: '200 MB/s' },
        },
      }),
    );
    expect([...(jobs[0]?.bottleneckSeconds.keys() ?? [])]).toEqual(['store disk']);
    expect([...(jobs[1]?.bottleneckSeconds.keys() ?? [])]).toEqual(['read source']);
  });

  it('say how large a workload that the strategy leaves out is: nothing is known', () => {
    const { sizes } = figures(
      oneWorkload({
        workloads: { a: { ...PLAIN, size: '1 TB' }, b: { ...PLAIN, size: '2 TB' } },
        strategy: { workloads: ['b'] },
      }),
    );
    expect(sizes[0]?.start).toBeNaN();
    expect(sizes[1]).toEqual({ start: 2e12, end: 2e12 });
  });
});
