import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropFirst, newAgenda, schedule } from '../../src/simulation/agenda.ts';

const step = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }) },
  fc.constant('drop' as const),
);

describe('the agenda', () => {
  it('does what a sorted list does, ties in the order of insertion, however much it has to grow', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 300 }),
        fc.integer({ min: 1, max: 8 }),
        (steps, room) => {
          const agenda = newAgenda(room);
          const list: { time: number; job: number; what: number; attempt: number }[] = [];
          for (const [job, one] of steps.entries()) {
            if (one !== 'drop') {
              schedule(agenda, one, job, job % 4, job * 2);
              list.push({ time: one, job, what: job % 4, attempt: job * 2 });
              list.sort((a, b) => a.time - b.time);
            } else if (agenda.size > 0) {
              dropFirst(agenda);
              list.shift();
            }
            expect(agenda.size).toBe(list.length);
            const [first] = list;
            if (!first) continue;
            const { time, job: jobs, what, attempt } = agenda;
            expect({ time: time[0], job: jobs[0], what: what[0], attempt: attempt[0] }).toEqual(
              first,
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
