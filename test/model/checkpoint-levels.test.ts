import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { youngInterval } from '../../src/model/checkpoint.ts';
import { checkpointLevels, type Level } from '../../src/model/checkpoint-levels.ts';
import { effectiveShare } from '../oracles/formulas/checkpoint-tiers.ts';

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
    const { levels, effective } = checkpointLevels([level(200, [0])], [1e-5], 60);
    const interval = youngInterval(200, 1e5);
    expect(levels[0]).toMatchObject({ rate: 1e-5, interval: expect.closeTo(interval, 9) });
    expect(effective).toBeCloseTo(
      effectiveShare({ save: 200, interval, mtbf: 1e5, restore: 260 }),
      12,
    );
  });

  it('tells what is saved, restored and done again apart', () => {
    // T = C = R = 100 s and M = 100 s: 100 s of work take 100 * e * (e^2 - 1) = 1736.73 s.
    const given = [level(100, [0], { every: 100 })];
    const { levels, effective, noProgress } = checkpointLevels(given, [0.01]);
    const took = 100 * Math.E * (Math.E ** 2 - 1);
    expect([took, effective]).toEqual([expect.closeTo(1736.73, 2), expect.closeTo(100 / took, 12)]);
    const [one] = levels;
    // A save an interval; a restore is under way where the last failure is less than R ago.
    expect(one?.saving).toBeCloseTo(100 / took, 12);
    expect(one?.restoring).toBeCloseTo(1 - Math.exp(-1), 12);
    expect(one?.redoing).toBeCloseTo(Math.exp(-1) - 200 / took, 12);
    // An attempt of 200 s that fails has lasted M - 200 / (e^2 - 1) = 68.7 s, and it and others
    // fail 0.01 times a second, in restores as well: e^-1 of all failures hit an attempt.
    expect(one?.lostWork).toBeCloseTo(Math.exp(-1) * (100 - 200 / (Math.E ** 2 - 1)), 9);
    expect(noProgress).toBe(false);
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
        const { levels: answers, effective } = checkpointLevels(
          levels,
          given.map(([, one]) => one),
        );
        const sum = answers.reduce(
          (total, { saving, redoing, restoring }) => total + saving + redoing + restoring,
          0,
        );
        expect(effective + sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it('no other interval of a level loses much less where saves are short', () => {
    const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
    const short = fc.double({ min: 0.1, max: 30, noNaN: true });
    fc.assert(
      fc.property(short, short, rate, rate, factor, factor, (a, b, r, s, x, y) => {
        const lost = (first: number | null, second: number | null) =>
          checkpointLevels(
            [level(a, [0], { every: first }), level(b, [0, 1], { every: second })],
            [r, s],
          );
        const best = lost(null, null);
        const [one, two] = best.levels.map(({ interval }) => interval) as [number, number];
        const other = lost(one * x, two * y).effective;
        expect(1 - best.effective).toBeLessThanOrEqual((1 - other) * 1.01);
      }),
    );
  });

  it('an interval that nobody gave is never longer than the time between failures', () => {
    // sqrt(2 * 400 * 100) = 283 s of work would seldom be done before a failure.
    const [slow] = checkpointLevels([level(400, [0])], [0.01]).levels;
    expect(slow).toMatchObject({ interval: 100, daly: 100 });
    expect(slow?.young).toBeCloseTo(Math.sqrt(8e4), 9);
  });

  it('without progress is a run of which no save that counts is expected within a year', () => {
    // Where T = M and C = R = x * M a save takes M * e^x * (e^(1+x) - 1): with M = 3 h it is
    // 3 h * 20.1 * 53.6 = 134 d for x = 3, and 3 h * 148 * 402 = 7456 d for x = 5.
    const M = 3 * 3600;
    const slow = (times: number) => checkpointLevels([level(times * M, [0])], [1 / M]);
    expect(M / slow(3).effective / 86_400).toBeCloseTo(134.6, 0);
    expect(slow(3).noProgress).toBe(false);
    expect(M / slow(5).effective / 86_400).toBeCloseTo(7465, -2);
    expect(slow(5).noProgress).toBe(true);
  });

  it('stays a share where a save never ends', () => {
    const { levels, effective, noProgress } = checkpointLevels(
      [level(1e6, [0]), level(1e9, [0, 1])],
      [1, 0.1],
    );
    expect([effective, noProgress]).toEqual([0, true]);
    const shares = levels.flatMap(({ saving, redoing, restoring }) => [saving, redoing, restoring]);
    for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
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
    const { levels: both, effective } = checkpointLevels(asked, [1e-5]);
    // A save of 50 s for every 500 s of work that counts.
    expect(both[1]).toMatchObject({ saving: expect.closeTo(0.1 * effective, 12), redoing: 0 });
  });

  it('a failure that no level survives counts in none', () => {
    const one = [level(3, [0])];
    expect(checkpointLevels(one, [1e-5, 1e-3])).toEqual(checkpointLevels(one, [1e-5]));
    // Nothing is ever lost, and nothing saved.
    const { levels, effective, noProgress } = checkpointLevels(one, [0, 1e-3]);
    expect([effective, noProgress]).toEqual([1, false]);
    expect(levels[0]).toMatchObject({
      interval: Infinity,
      lostWork: 0,
      redoing: 0,
      young: Infinity,
    });
  });

  it('what is done again is told apart by how often and how much: 4 * 50 s to 1 * 600 s', () => {
    const levels = [level(1, [0], { every: 100 }), level(5, [0, 1], { every: 1000, persist: 100 })];
    const [first, second] = checkpointLevels(levels, [4e-6, 1e-6]).levels;
    expect((first?.redoing ?? 0) / (second?.redoing ?? 1)).toBeCloseTo(200 / 600, 12);
    expect(first?.lostWork).toBeCloseTo((first?.redoing ?? 0) / 4e-6, 9);
  });

  it('no progress is seen at the level that is saved oftenest', () => {
    const M = 3 * 3600;
    // A second level that is saved once in a hundred years changes nothing of the first.
    const rare = level(1, [0, 1], { every: 100 * 365 * 86_400 });
    const slow = (times: number) => checkpointLevels([level(times * M, [0]), rare], [1 / M, 1e-30]);
    expect([slow(3).noProgress, slow(5).noProgress]).toEqual([false, true]);
  });

  it('a save that is still being written bounds the interval and adds to the work at risk', () => {
    const { levels, effective } = checkpointLevels([level(1, [0], { persist: 900 })], [1e-4]);
    const [answer] = levels;
    expect(answer?.interval).toBe(900);
    // 900 s of work take 10 000 * e^0.0901 * (e^0.0901 - 1) = 1031.7 s.
    expect(900 / effective).toBeCloseTo(1031.6, 0);
    // To first order 450 + 900 s are lost; some failures hit a run that has just begun anew.
    expect(answer?.lostWork).toBeGreaterThan(1200);
    expect(answer?.lostWork).toBeLessThan(1350);
    expect(answer?.young).toBeCloseTo(Math.sqrt(2e4), 9);
  });
});
