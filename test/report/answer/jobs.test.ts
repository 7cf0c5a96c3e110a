import { describe, expect, it } from 'vitest';
import { jobResults } from '../../../src/report/answer/jobs.ts';
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

  it('of more trials than a call takes arguments are summed up', async () => {
    const plan = planOf(oneWorkload());
    const [study] = await studiesOf(plan);
    const [figures] = study?.figures ?? [];
    if (!figures) throw new Error('nothing was played');
    const [seed] = jobResults(plan, Array<typeof figures>(150_000).fill(figures));
    expect(seed?.overJobs.max).toBeCloseTo(1000, 9);
  }, 20_000);

  it('of many workloads take a time in proportion', async () => {
    const plan = planOf(oneWorkload());
    const [study] = await studiesOf(plan);
    const [figures] = study?.figures ?? [];
    const [job] = figures?.jobs ?? [];
    const [workload] = plan.workloads;
    if (!figures || !job || !workload) throw new Error('nothing was played');
    const many = Array.from({ length: 40_000 }, (_, index) => index);
    const jobs = many.map((index) => ({ ...job, workload: index }));
    const large = { ...plan, workloads: many.map(() => workload) };
    const before = performance.now();
    expect(jobResults(large, [{ ...figures, jobs }])).toHaveLength(many.length);
    // Looking through all jobs for each workload and level took more than a minute.
    expect(performance.now() - before).toBeLessThan(10_000);
  }, 30_000);
});
