import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sweepCopies } from '../../../src/simulation/aftermath/best-copy.ts';
import { type Candidates, sweep } from '../../../src/simulation/aftermath/newest-point.ts';

const list = (points: readonly (readonly [number, number, number])[], silent = 0): Candidates => ({
  points: {
    count: points.length,
    time: Float64Array.from(points, ([time]) => time),
    usable: Float64Array.from(points, ([, from]) => from),
    gone: Float64Array.from(points, ([, , to]) => to),
  },
  silent,
  held: Infinity,
});

/** All that is decided, and what is emitted where the last copy is taken that has anything. */
const played = (lists: readonly Candidates[], end: number) => {
  const asked: [number, number, number[], number[]][] = [];
  const stretches: number[][] = [];
  const bare = sweepCopies(
    lists,
    end,
    (begin, until, newest, next) => {
      asked.push([begin, until, [...newest], [...next]]);
      return newest.findLastIndex((index) => index >= 0);
    },
    (...stretch) => stretches.push(stretch),
  );
  return { bare, stretches, asked };
};

describe('what each copy offers', () => {
  it('is its newest good point, and changes when one comes or goes', () => {
    const one = list([[0, 10, 30]]);
    const other = list([
      [0, 15, Infinity],
      [20, 35, Infinity],
    ]);
    expect(played([one, other], 40)).toEqual({
      bare: 0,
      asked: [
        [10, 15, [0, -1], [1, 0]],
        [15, 30, [0, 0], [1, 1]],
        [30, 35, [-1, 0], [1, 1]],
        [35, 40, [-1, 1], [1, 2]],
      ],
      stretches: [
        [10, 15, 0, 0],
        [15, 30, 1, 0],
        [30, 35, 1, 0],
        [35, 40, 1, 1],
      ],
    });
  });

  it('is nothing where all its points are gone, and then an interval without any', () => {
    const { bare, stretches } = played(
      [
        list([
          [0, 5, 10],
          [1, 15, 20],
        ]),
      ],
      30,
    );
    expect(bare).toBe(15);
    expect(stretches).toEqual([
      [5, 10, 0, 0],
      [10, 15, -1, -1],
      [15, 20, 0, 1],
      [20, 30, -1, -1],
    ]);
  });

  it('with the newest taken of all is what the sweep over all finds', () => {
    const point = fc
      .tuple(fc.nat(50), fc.nat(20), fc.nat(40))
      .map(([time, wait, stay]) => [time, time + wait, time + wait + stay] as const);
    const copy = fc.array(point, { maxLength: 12 }).map((all) => {
      // Runs of one copy follow each other: their points are usable in that order.
      const times = all.map(([time]) => time).sort((a, b) => a - b);
      const usable = all.map(([, from]) => from).sort((a, b) => a - b);
      return all.map(([, from, to], run) => {
        const since = usable[run] ?? 0;
        return [times[run] ?? 0, since, since + to - from] as const;
      });
    });
    fc.assert(
      fc.property(
        fc.array(copy, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(0, 7),
        (all, silent) => {
          const lists = all.map((points) => list(points, silent));
          const newestOf = (newest: Int32Array): number => {
            let best = -1;
            for (let i = 0; i < lists.length; i++) {
              const time = all[i]?.[newest[i] ?? -1]?.[0] ?? -Infinity;
              if (time > (all[best]?.[newest[best] ?? -1]?.[0] ?? -Infinity)) best = i;
            }
            return best;
          };
          const taken =
            (emit: (at: number, time: number) => void) =>
            (begin: number, end: number, from: number, index: number): void => {
              for (let at = begin; at < end; at++) emit(at, all[from]?.[index]?.[0] ?? Number.NaN);
            };
          const [one, other] = [new Map<number, number>(), new Map<number, number>()];
          const bare = sweepCopies(
            lists,
            90,
            (_begin, _end, newest) => newestOf(newest),
            taken((at, time) => one.set(at, time)),
          );
          expect(bare).toBe(
            sweep(
              lists,
              90,
              taken((at, time) => other.set(at, time)),
            ),
          );
          expect(one).toEqual(other);
        },
      ),
    );
  });
});
