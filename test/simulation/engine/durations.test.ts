import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesOf } from '../../../src/simulation/engine/durations.ts';

it('the times of jobs have a place each, and none is left over', () => {
  const most = fc.array(fc.nat(5), { maxLength: 12 });
  fc.assert(
    fc.property(most, fc.boolean(), (jobs, together) => {
      const taken = placesOf(jobs, together).flatMap(({ durationsAt, durationStep }, index) =>
        Array.from({ length: jobs[index] ?? 0 }, (_, job) => durationsAt + job * durationStep),
      );
      expect(taken.sort((a, b) => a - b)).toEqual([...taken.keys()]);
    }),
  );
});

it('those that run night by night stand side by side', () => {
  expect(placesOf([3, 2, 3], true)).toEqual([
    { durationsAt: 0, durationStep: 2 },
    { durationsAt: 6, durationStep: 1 },
    { durationsAt: 1, durationStep: 2 },
  ]);
});
