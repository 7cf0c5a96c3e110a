import { expect, it } from 'vitest';
import { newPace } from '../../src/benchmark/pace.ts';
import { stepsOf } from '../../src/benchmark/steps.ts';
import { planOf, SMALL } from '../support/bench-plan.ts';

const steps = stepsOf(planOf(SMALL));

it('tells the time left once a step of each kind has been seen', () => {
  const pace = newPace(steps, new Set());
  expect(pace.now().left).toBeNull();
  for (const step of steps.slice(0, -1)) pace.passed(step, 2);
  // What is left is one more of a kind that took 2 s each.
  expect(pace.now().left).toBe(2);
  pace.passed(steps.at(-1) as (typeof steps)[number], 2);
  expect(pace.now().left).toBe(0);
});

it('counts what an earlier run has ended, and learns nothing from it', () => {
  const pace = newPace(steps, new Set(steps.map(({ id }) => id)));
  const { over, all, left } = pace.now();
  expect([over, left]).toEqual([all, 0]);
});
