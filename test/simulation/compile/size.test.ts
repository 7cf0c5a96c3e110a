import { describe, expect, it } from 'vitest';
import { drawValues } from '../../../src/simulation/engine/draws.ts';
import { filesOf, oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

const DAY = 86_400;

/** The same scenario with another workload. */
const scenarioOf = (data: Declared, strategy: Declared = {}): Declared => ({
  ...oneWorkload({ strategy }),
  workloads: { data: { compressibility: 1, duplicates: 0, ...data } },
});

/** Bytes of the workload at the start. */
function sizeOf(data: Declared): number {
  const plan = planOf(scenarioOf(data));
  return drawValues(plan, 1, { kind: 'expected' })[plan.workloads[0]?.size ?? -1] ?? 0;
}

/** Bytes of the second file of a chain: what a tool stores of one change. */
function secondOf(data: Declared, strategy: Declared, tools: Declared = {}): number {
  const run = runOf(planOf({ ...scenarioOf(data, strategy), tools }));
  return filesOf(run).sort((a, b) => a.time - b.time)[1]?.bytes ?? 0;
}

describe('a workload of checkpoints', () => {
  it.each([
    ['resumable', 405, 5.29],
    ['weights-only', 405, 0.81],
    ['bf16-adam', 70, 0.84],
    ['bf16-adam-master', 176, 2.464],
    ['int4', 8, 0.004],
  ])('%s of %d B parameters: %d TB', (kind, billions, terabytes) => {
    const size = sizeOf({ checkpoints: { parameters: `${billions} billion`, kind } });
    expect(size / 1e12).toBeCloseTo(terabytes, 9);
  });

  // MLPerf Storage v2, table 2: within 1.5 % of what 405 B parameters give.
  it.each([
    [8, 105e9],
    [70, 912e9],
  ])('a resumable checkpoint of %d B parameters has about %d B', (billions, bytes) => {
    const size = sizeOf({ checkpoints: { parameters: `${billions} billion` } });
    expect(Math.abs(size / bytes - 1)).toBeLessThan(0.015);
  });

  it('several stand beside each other, each of the stated bytes a parameter', () => {
    const checkpoints = { parameters: '1 billion', 'bytes-per-parameter': '13 B', 'keep-last': 20 };
    expect(sizeOf({ checkpoints })).toBe(260e9);
  });

  it('is of the class of its kind', () => {
    const classOf = (kind: string) =>
      planOf(scenarioOf({ checkpoints: { parameters: 1, kind } })).defaults.find(
        ({ path }) => path === 'workloads.data.class',
      )?.value;
    expect(classOf('zero1')).toBe('model-checkpoints');
    expect(classOf('fp8')).toBe('model-parameters');
  });
});

describe('elements that change from save to save', () => {
  const checkpoints = { parameters: '70 billion', kind: 'weights-only', changed: '1 %' };
  const daily = { full: 'never', incremental: 'daily at 00:00' };
  const SIZE = 140e9;

  it('a tool with exact deltas sees them alone, from run to run', () => {
    expect(secondOf({ checkpoints }, daily)).toBeCloseTo(0.01 * SIZE, 0);
  });

  it('saved 200 times a day, 87 % differ after one, and 1 % after 432 s', () => {
    const often = { ...checkpoints, every: '432 s' };
    expect(secondOf({ checkpoints: often }, daily) / SIZE).toBeCloseTo(1 - 0.99 ** 200, 9);
    const steps = { full: 'never', incremental: 'every 432 s' };
    expect(secondOf({ checkpoints: often }, steps) / SIZE).toBeCloseTo(0.01, 9);
  });

  it.each([
    ['512 B', 1 - 0.99 ** 256],
    ['4 KiB', 1],
    ['64 KiB', 1],
  ])('a tool with blocks of %s sees %d of it', (block, share) => {
    const tools = { blocks: { like: 'generic', granularity: { block } } };
    const seen = secondOf({ checkpoints }, { ...daily, tool: 'blocks' }, tools) / SIZE;
    expect(seen).toBeCloseTo(share, 6);
  });

  it('a change with a unit of 2 B says the same', () => {
    const tools = { blocks: { like: 'generic', granularity: { block: '512 B' } } };
    const strategy = { ...daily, tool: 'blocks' };
    const stated = { size: '140 GB', change: { 'per-run': '1 %', unit: '2 B' } };
    expect(secondOf(stated, strategy, tools)).toBe(secondOf({ checkpoints }, strategy, tools));
    expect(1 - secondOf(stated, strategy, tools) / SIZE).toBeCloseTo(0.076, 3);
  });
});

describe('a workload of vectors', () => {
  it.each([
    [{ count: '1 billion', dimensions: 1536 }, 6.144],
    [{ count: '1 billion', dimensions: 768, hnsw: 32 }, 3.2],
    [{ count: '1 billion', dimensions: 1536, hnsw: 32, neighbour: '8 B', metadata: '10 %' }, 7.04],
    [{ count: '1 billion', dimensions: 1536, number: '2 B' }, 3.072],
  ])('%o: %d TB', (vectors, terabytes) => {
    expect(sizeOf({ vectors }) / 1e12).toBeCloseTo(terabytes, 9);
  });
});

describe('a workload of tokens', () => {
  it('that are held has the size of so many days, and as much new in each of them', () => {
    const tokens = { 'per-day': '776 billion', held: '180 d' };
    expect(sizeOf({ tokens }) / 1e12).toBeCloseTo(558.72, 6);
    const differential = {
      full: 'never',
      differential: 'daily at 00:00',
      keep: { last: 100 },
    };
    const run = runOf(planOf(scenarioOf({ tokens }, differential)));
    const files = filesOf(run).sort((a, b) => a.time - b.time);
    // In a straight line, from the day on by which the first full is done at 1 GB/s.
    expect(files.slice(1).map(({ bytes }) => bytes / 3.104e12)).toEqual([
      expect.closeTo(7, 9),
      expect.closeTo(8, 9),
      expect.closeTo(9, 9),
    ]);
    expect(files[3]?.source).toBeCloseTo(558.72e12, 0);
  });

  it('that are appended makes it grow', () => {
    const plan = planOf(scenarioOf({ size: '1 TB', tokens: { 'per-day': '2 billion' } }));
    expect(plan.workloads[0]?.growth.kind).toBe('append');
    const files = filesOf(runOf(plan)).sort((a, b) => a.time - b.time);
    expect((files[3]?.source ?? 0) - 1e12).toBeCloseTo((3 * DAY * 8e9) / DAY, 0);
  });
});
