import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trainingOf } from '../../src/report/answer-training.ts';
import type { Result } from '../../src/report/result.ts';
import { planOf, resultOf, strategyOf } from '../support/played.ts';

const TB = 1e12;

const textOf = (name: string): string =>
  readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');

/** Mean bytes that the jobs of a workload at a level added under a strategy. */
function storedBy(result: Result, strategy: string, workload: string, level: string): number {
  const jobs = strategyOf(result, strategy).jobs;
  return (
    jobs.find((job) => job.workload === workload && job.level === level)?.bytesStored.mean ??
    Number.NaN
  );
}

describe('llm-checkpoints.yaml', () => {
  const plan = planOf(textOf('llm-checkpoints'));
  const runs = new Map(trainingOf(plan).map((run) => [run.name, run]));

  it.each([
    ['only-2-TB-a-second', 2.2],
    ['only-100-GB-a-second', 10.2],
    ['only-25-GB-a-second', 21.4],
    ['only-10-GB-a-second', 35.6],
    ['only-1-GB-a-second', 100],
  ])('%s loses %d percent of the time', (name, percent) => {
    expect(100 * (runs.get(name)?.waste ?? 0)).toBeCloseTo(percent, 1);
  });

  it('three levels lose less than one that survives as much, and so does writing behind the run', () => {
    const alone = runs.get('only-25-GB-a-second')?.waste ?? 0;
    expect(runs.get('levels')?.waste).toBeLessThan(alone / 2);
    expect(runs.get('objects-in-the-background')?.waste).toBeLessThan(alone / 2);
  });

  it('a checkpoint comes back over 100 Gbit/s in 7 min', () => {
    const vault = runs.get('levels')?.tiers.at(-1);
    expect((vault?.restoreSeconds ?? 0) / 60).toBeCloseTo(7.05, 2);
  });

  it('chunks of 64 KiB save nothing: each day everything is new', async () => {
    const result = await resultOf(plan);
    const daily = storedBy(result, 'daily-in-chunks', 'checkpoint', 'incremental');
    const seed = storedBy(result, 'daily-in-chunks', 'checkpoint', 'seed');
    expect(daily / seed).toBeCloseTo(1, 9);
  });
});

describe('rl-posttraining.yaml', () => {
  it('a step is 1.1 GB as a patch, everything in chunks; after a day 87 % have changed', async () => {
    const result = await resultOf(planOf(textOf('rl-posttraining')));
    const stored = (strategy: string, level = 'incremental') =>
      storedBy(result, strategy, 'weights', level);
    expect(stored('patch-each-step') / 1e9).toBeCloseTo(1.1, 1);
    // A little more than the first full, of which equal files were stored once.
    const chunks = stored('chunks-each-step') / stored('chunks-each-step', 'seed');
    expect(chunks).toBeGreaterThanOrEqual(1);
    expect(chunks).toBeLessThan(1.04);
    const whole = stored('patch-each-day', 'seed');
    expect(stored('patch-each-day') / whole).toBeCloseTo(0.87, 2);
    expect(result.workloads.find(({ name }) => name === 'optimiser')?.sizeAtStart.mean).toBe(560e9);
  });
});

describe('rag-inference.yaml', () => {
  it('the log fills the store; a new embedding makes an increment as large as a full', async () => {
    const result = await resultOf(planOf(textOf('rag-inference')));
    const size = (name: string) =>
      (result.workloads.find((one) => one.name === name)?.sizeAtStart.mean ?? 0) / TB;
    expect(size('vectors')).toBeCloseTo(6.4, 9);
    expect(size('log')).toBeCloseTo(559, 0);
    expect(storedBy(result, 'forever-incremental', 'log', 'seed') / TB).toBeCloseTo(124, 0);
    const { jobs } = strategyOf(result, 'forever-incremental');
    const vectors = jobs.filter(({ workload }) => workload === 'vectors');
    const [seed, daily] = ['seed', 'incremental'].map((level) =>
      vectors.find((job) => job.level === level),
    );
    // The longest increment is that of the day after a new embedding.
    expect((daily?.overJobs.max ?? 0) / (seed?.overJobs.max ?? 1)).toBeGreaterThanOrEqual(1);
    expect((daily?.overJobs.p50 ?? 0) / (seed?.overJobs.p50 ?? 1)).toBeLessThan(0.05);
  });
});

describe('training-corpus.yaml', () => {
  it('11 PB take seven weeks to write, and longer over the line', async () => {
    const result = await resultOf(planOf(textOf('training-corpus')));
    const { jobs } = strategyOf(result, 'forever-incremental');
    const seed = (name: string) =>
      jobs.find(({ workload, level }) => workload === name && level === 'seed')?.overJobs.max ?? 0;
    // The two fulls share 2.4 GB/s until that of the smaller one is done.
    expect(seed('raw') / 86_400).toBeCloseTo(11e15 / 2.4e9 / 86_400, 0);
    expect(strategyOf(result, 'over-the-line').rpo.gap?.mean).toBeGreaterThan(93 * 86_400);
  });
});
