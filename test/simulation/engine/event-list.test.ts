import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newArena } from '../../../src/simulation/arena.ts';
import {
  clear,
  enter,
  firstOf,
  firstTag,
  firstTime,
  newEventList,
  popFirst,
} from '../../../src/simulation/engine/event-list.ts';

/** Few times, so that many are due at once, and more than there are places for lists to be joined. */
const time = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 0, max: 2000 }).map((one) => one / 7),
);
const step = fc.oneof(
  { weight: 8, arbitrary: time },
  { weight: 5, arbitrary: fc.constant('strike' as const) },
  { weight: 1, arbitrary: fc.constant('clear' as const) },
);

describe('an agenda', () => {
  it('is a list in the order of time, and what is due at once in the order in which it came', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 600, size: 'max' }), (steps) => {
        const agenda = newEventList(2, newArena());
        let list: { time: number; job: number }[] = [];
        for (const [job, one] of steps.entries()) {
          if (one === 'clear') {
            clear(agenda);
            list = [];
          } else if (one === 'strike') {
            if (list.length > 0) popFirst(agenda);
            list.shift();
          } else {
            enter(agenda, one, job, 3 * job);
            // The sort is stable.
            list.push({ time: one, job });
            list.sort((a, b) => a.time - b.time);
          }
          const [first] = list;
          expect(firstTime(agenda)).toBe(first?.time ?? Infinity);
          if (!first) continue;
          expect([firstOf(agenda), firstTag(agenda)]).toEqual([first.job, 3 * first.job]);
        }
      }),
    );
  });
});
