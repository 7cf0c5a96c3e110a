import { expect, it } from 'vitest';
import type { Measurement } from '../../src/benchmark/measurement.ts';
import { newPace } from '../../src/benchmark/pace.ts';
import type { Step } from '../../src/benchmark/step.ts';
import { stepsOf } from '../../src/benchmark/steps.ts';
import { planOf, SMALL } from '../support/bench-plan.ts';

const steps = stepsOf(planOf(SMALL));

it('tells the time left once a step of each kind has been seen', () => {
  const pace = newPace(steps, new Map());
  expect(pace.now().left).toBeNull();
  for (const step of steps.slice(0, -1)) pace.passed(step, 2);
  // What is left is one more of a kind that took 2 s each.
  expect(pace.now().left).toBe(2);
  pace.passed(steps.at(-1) as (typeof steps)[number], 2);
  expect(pace.now().left).toBe(0);
});

const ended = (wall: number | null, kind: Measurement['kind'] = 'backup') => ({
  kind,
  usage: wall === null ? null : ({ wall } as Measurement['usage']),
  flush: { seconds: 0.5, dirty: null },
});

it('follows the last steps, so that it learns when others take the machine', () => {
  const backups = Array.from({ length: 20 }, (_, index) => ({
    ...(steps.find(({ kind }) => kind === 'backup') as Step),
    id: `${index}`,
  }));
  const pace = newPace(backups, new Map());
  for (const step of backups.slice(0, 9)) pace.passed(step, 1);
  expect(pace.now().left).toBe(11);
  // Of the last eight, four took 1 s and four 3 s.
  for (const step of backups.slice(9, 13)) pace.passed(step, 3);
  expect(pace.now().left).toBe(7 * 2);
});

it('counts what an earlier run has ended, and begins with what its programs took', () => {
  const every = newPace(steps, new Map(steps.map(({ id }) => [id, ended(1)])));
  const { over, all, left } = every.now();
  expect([over, left]).toEqual([all, 0]);
  const backups = steps.filter(({ kind }) => kind === 'backup');
  const before = new Map(backups.slice(0, 2).map(({ id }, index) => [id, ended(index + 1)]));
  // 1 and 2 s, and half a second each to write out.
  expect(newPace(backups, before).now().left).toBe((backups.length - 2) * 2);
  const unknown = new Map(backups.slice(0, 2).map(({ id }) => [id, ended(null)]));
  expect(newPace(backups, unknown).now().left).toBeNull();
});
