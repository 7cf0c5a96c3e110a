import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { youngInterval } from '../../src/model/checkpoint.ts';
import { checkpointLevels, type Level } from '../../src/model/checkpoint-levels.ts';

const level = (save: number, survives: readonly number[], more: Partial<Level> = {}): Level => ({
  save,
  persist: 0,
  restore: save,
  every: null,
  survives,
  ...more,
});

const rate = fc.double({ min: 1e-7, max: 1e-4, noNaN: true });
const save = fc.double({ min: 0.1, max: 300, noNaN: true });

describe('checkpointLevels', () => {
  it('one level is the plain case', () => {
    const { levels, waste } = checkpointLevels([level(200, [0])], [1e-5], 60);
    const interval = youngInterval(200, 1e5);
    expect(levels[0]).toMatchObject({ rate: 1e-5, interval: expect.closeTo(interval, 9) });
    expect(waste.share).toBeCloseTo(200 / interval + 1e-5 * (interval / 2 + 260), 12);
  });

  it('each failure is met by the cheapest level that survives it', () => {
    const levels = [level(3, [0]), level(50, [0, 1]), level(400, [0, 1, 2])];
    const answers = checkpointLevels(levels, [6e-5, 3e-5, 1e-6]).levels;
    expect(answers.map((one) => one.rate)).toEqual([6e-5, 3e-5, 1e-6]);
    // T_i = sqrt(2 * C_i / rate_i).
    expect(answers.map(({ interval }) => interval)).toEqual([
      expect.closeTo(Math.sqrt(6 / 6e-5), 9),
      expect.closeTo(Math.sqrt(100 / 3e-5), 9),
      expect.closeTo(Math.sqrt(800 / 1e-6), 9),
    ]);
  });

  it('the parts add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(save, rate), { minLength: 1, maxLength: 4 }), (given) => {
        const levels = given.map(([one], index) =>
          level(
            one,
            Array.from({ length: index + 1 }, (_, failure) => failure),
          ),
        );
        const { levels: answers, waste } = checkpointLevels(
          levels,
          given.map(([, one]) => one),
        );
        const sum = answers.reduce(
          (total, { saving, redoing, restoring }) => total + saving + redoing + restoring,
          0,
        );
        expect(waste.share).toBeCloseTo(Math.min(1, sum), 12);
      }),
    );
  });

  it('no other interval of any level loses less', () => {
    const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(save, save, rate, rate, factor, factor, (a, b, r, s, x, y) => {
        const share = (first: number | null, second: number | null) =>
          checkpointLevels(
            [level(a, [0], { every: first }), level(b, [0, 1], { every: second })],
            [r, s],
          );
        const best = share(null, null);
        const [one, two] = best.levels.map(({ interval }) => interval) as [number, number];
        const other = share(one * x, two * y).waste.share;
        expect(best.waste.share).toBeLessThanOrEqual(other + 1e-12);
      }),
    );
  });

  it('a level that no failure needs is never written, unless it is asked for', () => {
    const levels = [level(3, [0]), level(50, [0])];
    const [, idle] = checkpointLevels(levels, [1e-5]).levels;
    expect(idle).toMatchObject({
      rate: 0,
      interval: Infinity,
      saving: 0,
      redoing: 0,
      restoring: 0,
    });
    const asked = [level(3, [0]), level(50, [0], { every: 500 })];
    expect(checkpointLevels(asked, [1e-5]).levels[1]).toMatchObject({ saving: 0.1, redoing: 0 });
  });

  it('a save that is still being written bounds the interval and adds to the work at risk', () => {
    const [answer] = checkpointLevels([level(1, [0], { persist: 900 })], [1e-4]).levels;
    expect(answer).toMatchObject({ interval: 900, lostWork: 1350 });
    expect(answer?.young).toBeCloseTo(Math.sqrt(2e4), 9);
  });
});
