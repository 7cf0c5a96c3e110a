import { describe, expect, it } from 'vitest';
import { jobResults } from '../../../src/report/answer/jobs.ts';
import type { JobFigures } from '../../../src/study/figures.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { planOf, studiesOf } from '../../support/played.ts';

describe('the jobs', () => {
  const declared = oneWorkload({
    strategy: { full: 'weekly on Monday at 00:00', incremental: 'daily at 00:00' },
  });

  it('of a level that only some trials have count as none in the others', async () => {
    const plan = planOf(declared);
    const [study] = await studiesOf(plan);
    const [with_] = study?.figures ?? [];
    if (!with_) throw new Error('nothing was played');
    const without = { ...with_, jobs: with_.jobs.filter(({ level }) => level === 0) };
    const results = jobResults(plan, [without, with_]);
    expect(results.map(({ level, count }) => [level, count.mean])).toEqual([
      ['seed', 1],
      ['full', 0.5],
      ['incremental', 4],
    ]);
    expect(results[2]?.seconds).toEqual(jobResults(plan, [with_])[2]?.seconds);
  });

  it('that one stage held up throughout have no more than the whole of it', async () => {
    const plan = planOf(oneWorkload());
    const [study] = await studiesOf(plan);
    const [figures] = study?.figures ?? [];
    if (!figures) throw new Error('nothing was played');
    for (let trials = 1; trials <= 120; trials++) {
      const [seed] = jobResults(plan, Array<typeof figures>(trials).fill(figures));
      expect(seed?.bottleneck).toEqual([{ stage: expect.any(String), share: 1 }]);
    }
  });

  it('of more trials than a call takes arguments are summed up', async () => {
    const plan = planOf(oneWorkload());
    const [study] = await studiesOf(plan);
    const [figures] = study?.figures ?? [];
    if (!figures) throw new Error('nothing was played');
    const [seed] = jobResults(plan, Array<typeof figures>(150_000).fill(figures));
    expect(seed?.overJobs.max).toBeCloseTo(1000, 9);
  });

  it('of many workloads are looked at in proportion', async () => {
    const plan = planOf(oneWorkload());
    const [study] = await studiesOf(plan);
    const [figures] = study?.figures ?? [];
    const [job] = figures?.jobs ?? [];
    const [workload] = plan.workloads;
    if (!figures || !job || !workload) throw new Error('nothing was played');
    const looksOf = (count: number): number => {
      let looks = 0;
      const get = (one: JobFigures, key: PropertyKey) => {
        looks += 1;
        return Reflect.get(one, key);
      };
      const many = Array.from({ length: count }, (_, index) => index);
      const jobs = many.map((index) => new Proxy({ ...job, workload: index }, { get }));
      const large = { ...plan, workloads: many.map(() => workload) };
      expect(jobResults(large, [{ ...figures, jobs }])).toHaveLength(count);
      return looks;
    };
    expect(looksOf(100)).toBeGreaterThan(0);
    // To look through all jobs for each workload and level would be 40 000 times as many.
    expect(looksOf(20_000)).toBe(200 * looksOf(100));
  });
});
