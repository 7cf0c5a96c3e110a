import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOut, seriesOf } from '../../src/benchmark/combinations.ts';
import type { LevelName } from '../../src/benchmark/level.ts';
import type { BenchPlan } from '../../src/benchmark/plan.ts';
import { stepsOf } from '../../src/benchmark/steps.ts';
import { planOf, SMALL } from '../support/bench-plan.ts';

const BASE = planOf(`
datasets:
  few: { files: 3, size: { median: 1 KiB, sigma: 0 } }
  many: { files: 9, size: { median: 1 KiB, sigma: 0 } }
tools: { tar: {}, rsync: {}, restic: {}, rclone: {} }
targets: { disk: local, slow: { local: true, limit: 1 MB/s } }
`);

const levels = fc.array(
  fc.constantFrom<LevelName>('full', 'incremental', 'differential', 'unchanged'),
  { maxLength: 5 },
);

const plans: fc.Arbitrary<BenchPlan> = fc
  .record({
    seed: fc.nat(),
    repetitions: fc.integer({ min: 1, max: 3 }),
    check: fc.boolean(),
    levels: levels.map((rest): LevelName[] => ['full', ...rest]),
    restore: fc.uniqueArray(fc.constantFrom('newest', 'previous', 'oldest', 'one file'), {
      minLength: 1,
    }),
    keep: fc.constantFrom(null, 1, 2),
    verify: fc.uniqueArray(fc.constantFrom('md5', 'sha-256', 'bytes')),
  })
  .map((choice) => ({ ...BASE, ...choice }) as BenchPlan);

describe('the steps of a plan', () => {
  it('come once each, after all that they need, in an order that hangs on the seed alone', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const steps = stepsOf(plan);
        const over = new Set<string>();
        for (const { id, after, needs } of steps) {
          expect(over.has(id)).toBe(false);
          for (const before of [...after, ...needs]) expect(over.has(before)).toBe(true);
          over.add(id);
        }
        expect(stepsOf(plan)).toEqual(steps);
      }),
      { numRuns: 50 },
    );
  });

  it('change a dataset only when no series has still to see what it was', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const now = new Map<string, number>();
        for (const step of stepsOf(plan)) {
          if (step.kind === 'dataset') now.set(step.dataset, step.generation);
          if (step.kind === 'backup') {
            expect(now.get(step.series.dataset)).toBe(step.generation);
            const before = step.series.backups[step.point.number - 1];
            if (step.point.level === 'unchanged') expect(before?.generation).toBe(step.generation);
          }
          // The newest point is read beside the source that it was made of.
          if (step.kind === 'check' || step.kind === 'verify') {
            const newest = step.series.backups.at(-1)?.generation;
            expect(now.get(step.series.dataset)).toBe(newest);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('restore and remove every series, and keep a tree only for who reads it again', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const steps = stepsOf(plan);
        for (const { id } of seriesOf(plan)) {
          const own = steps.filter((step) => step.id.startsWith(`${id}/`));
          expect(own.filter(({ kind }) => kind === 'restore').length).toBeGreaterThan(0);
          expect(own.at(-1)?.kind).toBe('remove');
          const staying = own.filter((step) => step.kind === 'restore' && step.stays);
          const isRead = own.some(({ kind }) => kind === 'verify');
          expect(staying.length).toBe(isRead ? 1 : 0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are interleaved: no series runs through while others wait', () => {
    const series = stepsOf(planOf(SMALL)).flatMap((step) =>
      step.kind === 'dataset' ? [] : [step.series.id],
    );
    const switches = series.filter((id, index) => index > 0 && id !== series[index - 1]).length;
    expect(switches).toBeGreaterThan(6);
  });

  it('say what the plan asks for and no tool can do', () => {
    expect(leftOut(BASE)).toContainEqual({
      what: 'differential of restic into disk',
      because: 'restic makes no differential backup there',
    });
    expect(leftOut(BASE)).toContainEqual({
      what: 'tar into slow',
      because: 'GNU tar cannot hold itself to a rate there',
    });
    const plan: BenchPlan = { ...BASE, levels: ['full', 'differential', 'unchanged'] };
    const what = (tool: string) =>
      `unchanged of ${tool} into disk, where a level before it is left out`;
    expect(leftOut(plan).map((one) => one.what)).toContain(what('restic'));
    expect(leftOut(plan).map((one) => one.what)).not.toContain(what('tar'));
  });
});
