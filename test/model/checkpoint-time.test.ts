import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedTime,
  recoveringShares,
  type TimedLevel,
} from '../../src/model/checkpoint-time.ts';
import { stream } from '../../src/random/stream.ts';

const near: TimedLevel = { save: 5, interval: 50, rate: 1 / 200, restore: 10, persist: 0 };
const far: TimedLevel = { save: 40, interval: 200, rate: 1 / 1000, restore: 60, persist: 0 };

/** Plays a run that saves near and far, failure by failure, and says where its time went. */
function played(levels: readonly [TimedLevel, TimedLevel], rounds: number) {
  const [first, second] = levels;
  const chance = stream(7, 'checkpoint-time.test');
  const all = first.rate + second.rate;
  const spent = { time: 0, restores: [0, 0] };
  // The kind of the failure that comes before so many seconds are over, if one does.
  const failsWithin = (seconds: number): 0 | 1 | undefined => {
    const at = -Math.log1p(-chance()) / all;
    spent.time += Math.min(at, seconds);
    if (at >= seconds) return undefined;
    return chance() < second.rate / all ? 1 : 0;
  };
  // A restore from the level of a failure; those that come meanwhile may ask for a slower one.
  const recovered = (kind: 0 | 1): 0 | 1 => {
    let level = kind;
    for (;;) {
      const before = spent.time;
      const next = failsWithin(levels[level].restore);
      spent.restores[level] = (spent.restores[level] ?? 0) + spent.time - before;
      if (next === undefined) return level;
      if (next > level) level = next;
    }
  };
  const pieces = [...Array(second.interval / first.interval).fill(first.interval + first.save)];
  pieces.push(second.save);
  for (let round = 0; round < rounds; round++) {
    for (let piece = 0; piece < pieces.length; ) {
      const failure = failsWithin(pieces[piece] as number);
      if (failure === undefined) piece++;
      else if (recovered(failure) === 1) piece = 0;
    }
  }
  return { each: spent.time / rounds, shares: spent.restores.map((time) => time / spent.time) };
}

describe('expectedTime', () => {
  it("is Daly's whole form on one level", () => {
    // 100 * e^0.5 * (e^1.5 - 1) = 100 * 1.648721 * 3.481689.
    const one = { save: 50, interval: 100, rate: 0.01, restore: 50, persist: 0 };
    expect(expectedTime([one])).toBeCloseTo(100 * 1.648721 * 3.481689, 3);
  });

  it('is work and saves where nothing fails', () => {
    // Four times 50 + 5 s, and 40 s.
    const calm = [near, far].map((level) => ({ ...level, rate: 0 }));
    expect(expectedTime(calm)).toBe(4 * 55 + 40);
    expect(recoveringShares(calm)).toEqual([0, 0]);
  });

  it('is what a run on two levels takes that is played failure by failure', () => {
    const { each, shares } = played([near, far], 20_000);
    expect(expectedTime([near, far]) / each).toBeCloseTo(1, 2);
    const expected = recoveringShares([near, far]);
    for (const [level, share] of shares.entries()) {
      expect((expected[level] as number) / share).toBeCloseTo(1, 1);
    }
  });

  it('is the same run where the slow level saves nothing in no time', () => {
    const idle = { ...far, save: 0, rate: 0, restore: 0 };
    expect(expectedTime([near, idle])).toBeCloseTo(4 * expectedTime([near]), 9);
  });

  it('grows with failures, saves and restores, and is never less than the work', () => {
    const time = fc.double({ min: 0.1, max: 1e4, noNaN: true });
    const rate = fc.double({ min: 1e-6, max: 1e-2, noNaN: true });
    const level = fc.record({
      save: time,
      interval: time,
      rate,
      restore: time,
      persist: fc.constant(0),
    });
    fc.assert(
      fc.property(level, level, (one, two) => {
        const took = expectedTime([one, two]);
        expect(took).toBeGreaterThanOrEqual(two.interval);
        for (const more of [
          { ...one, rate: one.rate * 2 },
          { ...one, save: one.save * 2 },
          { ...one, restore: one.restore * 2 },
        ]) {
          expect(expectedTime([more, two])).toBeGreaterThanOrEqual(took * (1 - 1e-9));
        }
      }),
    );
  });
});
