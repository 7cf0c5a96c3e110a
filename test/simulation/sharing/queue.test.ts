import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drop,
  dropFirst,
  firstJob,
  firstKey,
  newQueue,
  put,
} from '../../../src/simulation/sharing/queue.ts';

/** Few keys, so that many are equal. */
const key = fc.integer({ min: 0, max: 6 });
const step = fc.oneof(
  { weight: 3, arbitrary: key.map((least) => ({ put: least })) },
  { weight: 1, arbitrary: fc.constant('first' as const) },
  { weight: 1, arbitrary: fc.nat(200).map((place) => ({ drop: place })) },
);

describe('a queue of jobs', () => {
  it('does what a sorted list does, ties in the order of insertion, however much it grows', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 200 }),
        fc.integer({ min: 1, max: 8 }),
        (steps, room) => {
          const queue = newQueue(room);
          let list: { key: number; job: number }[] = [];
          for (const [job, one] of steps.entries()) {
            if (one === 'first') {
              if (list.length > 0) dropFirst(queue);
              list.shift();
            } else if ('drop' in one) {
              const gone = list[one.drop]?.job;
              if (gone !== undefined) drop(queue, gone);
              list = list.filter((other) => other.job !== gone);
            } else {
              put(queue, one.put, job);
              // The sort is stable, so equal keys stay in the order in which they came.
              list.push({ key: one.put, job });
              list.sort((a, b) => a.key - b.key);
            }
            const [first] = list;
            expect(queue.size).toBe(list.length);
            expect(firstKey(queue)).toBe(first?.key ?? Infinity);
            if (!first) continue;
            expect(firstJob(queue)).toBe(first.job);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
