import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hotShare } from '../../../src/model/change.ts';
import { newArena } from '../../../src/simulation/arena.ts';
import {
  type Cohorts,
  consume,
  logLeft,
  newCohorts,
  shed,
} from '../../../src/simulation/chain/cohorts.ts';
import { newSegmentLog } from '../../../src/simulation/chain/segment-log.ts';

const DAY = 86_400;

/** Daily runs of a pool: what each wrote is there. */
function pool(wrote: readonly number[], span = 90 * DAY): Cohorts {
  const arena = newArena();
  const cohorts = newCohorts(newSegmentLog(arena), 1, wrote.length, span, arena);
  for (const [run, bytes] of wrote.entries()) {
    cohorts.time[run] = run * DAY;
    cohorts.began[run] = run * DAY;
    cohorts.written[run] = run * DAY;
    cohorts.left[run] = bytes;
  }
  return cohorts;
}

const died = ({ log }: Cohorts) =>
  Array.from({ length: log.count }, (_, i) => [(log.written[i] ?? 0) / DAY, log.bytes[i]]);

describe('shed', () => {
  it('takes bytes of all ages alike where each changes with the same chance', () => {
    // 1000 bytes, 10 % a day: after three runs 810 are of run 0, 90 of run 1, 100 of run 2. Run 3
    // replaces a tenth of each.
    const between = (days: number) => 1000 * (1 - 0.9 ** days);
    const cohorts = pool([1000, 100, 100, 100]);
    const point = { run: 2, time: 2 * DAY };
    shed(cohorts, point, -1, 100, 33 * DAY, (run) => between(3 - run) - between(2 - run));
    expect(died(cohorts)).toEqual([
      [2, expect.closeTo(10, 9)],
      [1, expect.closeTo(9, 9)],
      [0, expect.closeTo(81, 9)],
    ]);
    expect([...cohorts.left]).toEqual([919, 91, 90, 100].map((left) => expect.closeTo(left, 9)));
  });

  it('takes mostly young bytes where few of the data take most of the change', () => {
    // 5 % of the data take 90 %: a hot byte changes with a chance of 0.2 * 0.9 / 0.05, which is 1 at
    // most, so of the 50 hot bytes all were written by the run before.
    const between = (days: number) => 1000 * hotShare(0.2, 0.05, 0.9, days);
    const cohorts = pool([1000, 200, 200, 200]);
    const all = between(1);
    shed(cohorts, { run: 2, time: 2 * DAY }, -1, all, 33 * DAY, (run) => {
      return between(3 - run) - between(2 - run);
    });
    const [[, young = 0] = []] = died(cohorts);
    // 50 hot bytes, and of the cold ones that run 2 wrote, 950 * c, as many as change again: c.
    const cold = (0.2 * 0.1) / 0.95;
    expect(young).toBeCloseTo(50 + 950 * cold * cold, 9);
  });

  it('leaves what the point before has', () => {
    // Only what came with the runs after the point before it can go.
    const cohorts = pool([1000, 100, 100, 100]);
    shed(cohorts, { run: 2, time: 2 * DAY }, 0, 30, 9 * DAY, (run) => (run === 1 ? 12 : 0));
    expect(died(cohorts)).toEqual([
      [2, 18],
      [1, 12],
    ]);
  });

  it('takes the oldest first where no bill asks for ages', () => {
    const cohorts = pool([1000, 100, 100], 0);
    shed(cohorts, { run: 1, time: DAY }, -1, 100, 9 * DAY, () => 50);
    expect(died(cohorts)).toEqual([[0, 100]]);
  });

  it('never makes or loses a byte', () => {
    const amounts = fc.array(fc.nat(1000), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(
        amounts,
        fc.nat(4000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (wrote, amount, by) => {
          const cohorts = pool(wrote);
          const gone = { run: wrote.length - 2, time: (wrote.length - 2) * DAY };
          shed(cohorts, gone, -1, amount, 99 * DAY, (run) => (amount * by * run) / wrote.length);
          const all = wrote.reduce((sum, bytes) => sum + bytes, 0);
          const gonest = died(cohorts).reduce((sum, [, bytes = 0]) => sum + bytes, 0);
          expect(gonest).toBeCloseTo(Math.min(all, amount), 6);
          logLeft(cohorts);
          expect(died(cohorts).reduce((sum, [, bytes = 0]) => sum + bytes, 0)).toBeCloseTo(all, 6);
        },
      ),
    );
  });
});

describe('consume', () => {
  it('says what was not there', () => {
    const cohorts = pool([10, 20]);
    expect(consume(cohorts, 0, 1, 35, 5 * DAY)).toBe(5);
    expect([...cohorts.left]).toEqual([0, 0]);
  });
});
