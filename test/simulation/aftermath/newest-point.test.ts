import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidates, sweep } from '../../../src/simulation/aftermath/newest-point.ts';

const list = (points: readonly (readonly [number, number, number])[]): Candidates => ({
  points: {
    count: points.length,
    time: Float64Array.from(points, ([time]) => time),
    usable: Float64Array.from(points, ([, from]) => from),
    gone: Float64Array.from(points, ([, , to]) => to),
  },
  silent: 0,
  held: Infinity,
});

const played = (lists: readonly Candidates[], end: number) => {
  const stretches: number[][] = [];
  const bare = sweep(lists, end, (...stretch) => {
    if (stretch[2] >= 0) stretches.push(stretch);
  });
  return { bare, stretches };
};

describe('the newest good point', () => {
  it('is the last one that came, as long as it is there', () => {
    const one = list([
      [0, 10, 30],
      [20, 25, Infinity],
    ]);
    expect(played([one], 40)).toEqual({
      bare: 0,
      stretches: [
        [10, 25, 0, 0],
        [25, 40, 0, 1],
      ],
    });
  });

  it('is an older one again when the newer one goes', () => {
    const kept = list([[0, 5, Infinity]]);
    const short = list([[10, 12, 20]]);
    expect(played([kept, short], 30).stretches).toEqual([
      [5, 12, 0, 0],
      [12, 20, 1, 0],
      [20, 30, 0, 0],
    ]);
  });

  it('is that of the first copy where several hold it', () => {
    const points = [[0, 5, 20] as const];
    const longer = [[0, 6, 40] as const];
    expect(played([list(longer), list(points)], 30).stretches).toEqual([
      [5, 6, 1, 0],
      [6, 30, 0, 0],
    ]);
    expect(played([list(points), list(longer)], 30).stretches).toEqual([
      [5, 6, 0, 0],
      [6, 20, 0, 0],
      [20, 30, 1, 0],
    ]);
  });

  it('is none where all have gone', () => {
    const lists = [
      list([
        [0, 5, 10],
        [1, 15, 20],
      ]),
    ];
    expect(played(lists, 30).bare).toBe(5 + 10);
  });

  it('begins nothing where it is gone before it is known to be good', () => {
    const lists = [
      list([
        [0, 5, 5],
        [1, 15, 20],
      ]),
    ];
    expect(played(lists, 30)).toEqual({ bare: 10, stretches: [[15, 20, 0, 1]] });
  });

  it('is at each instant the best of those that are there', () => {
    const point = fc
      .tuple(fc.nat(50), fc.nat(20), fc.nat(40))
      .map(([time, wait, stay]) => [time, time + wait, time + wait + stay] as const);
    const copies = fc.array(
      fc.array(point, { maxLength: 12 }).map((all) => [...all].sort((a, b) => a[1] - b[1])),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(copies, (all) => {
        const end = 90;
        const { bare, stretches } = played(
          all.map((points) => list(points)),
          end,
        );
        // What is gone before it is known to be good begins nothing.
        const flat = all.flat().filter(([, from, to]) => from < end && from < to);
        const first = Math.min(...flat.map(([, from]) => from));
        let none = 0;
        for (let at = first; at < end; at++) {
          const there = flat.filter(([, from, to]) => from <= at && at < to);
          const best = Math.max(...there.map(([time]) => time));
          const found = stretches.find(([begin = 0, until = 0]) => begin <= at && at < until);
          if (there.length === 0) none++;
          const chosen = found && all[found[2] as number]?.[found[3] as number]?.[0];
          expect(chosen ?? -Infinity).toBe(best);
        }
        expect(bare).toBe(none);
      }),
    );
  });
});
