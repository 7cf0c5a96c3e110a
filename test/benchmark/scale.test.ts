import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../src/benchmark/measurement.ts';
import { enlarged, scaled } from '../../src/benchmark/scale.ts';
import { planOf } from '../support/bench-plan.ts';

const plan = planOf(`
datasets:
  office: { files: 30, size: 1 KiB }
  weights: { checkpoint: { shards: 2, shard: 1 MiB } }
  mine: { directory: /srv }
tools: { tar: {} }
least: 1 s
`);

/** A step of a pilot that took so many seconds of processor time. */
const step = (dataset: string, work: number, rest: Partial<Measurement> = {}): Measurement =>
  ({
    ...{ dataset, kind: 'backup', outcome: 'done', part: null },
    usage: { user: work / 2, system: work / 2 },
    ...rest,
  }) as unknown as Measurement;

describe('a plan at scale', () => {
  it('has more files or shards, which are as large as they were; data of yours stay', () => {
    const [mine, office, weights] = scaled(plan, { office: 2.5, weights: 1.5 }).datasets;
    expect(office).toMatchObject({ recipe: { files: 75, sizes: [{ median: 1024 }] } });
    expect(weights).toMatchObject({ recipe: { shards: 3, shard: 2 ** 20 } });
    expect(mine).toEqual(plan.datasets[0]);
    expect(scaled(plan, {})).toEqual(plan);
  });
});

describe('what a pilot tells', () => {
  const office = (scale: number, ...lines: Measurement[]) =>
    enlarged(plan, { office: scale }, lines, 1).office;

  it('is how many times as large data must be for the shortest step, and a little', () => {
    // 2 × 1.2 × 1 s ÷ 0.4 s.
    expect(office(2, step('office', 0.4), step('office', 3))).toBeCloseTo(6, 12);
  });

  it('is that they are large enough', () => {
    expect(enlarged(plan, { office: 2 }, [step('office', 1)], 1)).toEqual({
      office: 2,
      weights: 1,
    });
  });

  it('goes on by 1.5 times at least, as some is taken at any size, and by 16 at most', () => {
    expect(office(1, step('office', 0.99))).toBe(1.5);
    expect(office(1, step('office', 0.001))).toBe(16);
    expect(office(1, step('office', 0))).toBe(16);
  });

  it('minds only what grows with data, and ended well', () => {
    expect(
      office(
        1,
        step('office', 2),
        step('office', 0.1, { kind: 'forget' }),
        step('office', 0.1, { kind: 'restore', part: 'one file' }),
        step('office', 0.1, { outcome: 'failed' }),
        step('weights', 0.1),
        step('office', 0.1, { usage: null }),
      ),
    ).toBe(1);
  });
});
