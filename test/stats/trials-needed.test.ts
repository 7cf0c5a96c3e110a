import { describe, expect, it } from 'vitest';
import { netNumber } from '../../src/random/net.ts';
import { stream } from '../../src/random/stream.ts';
import { halfWidth } from '../../src/stats/interval.ts';
import { quantileInterval } from '../../src/stats/quantile-interval.ts';
import { wilson } from '../../src/stats/share-interval.ts';
import { trialsNeeded } from '../../src/stats/trials-needed.ts';

const few = (kept: number, trials: number) =>
  Uint8Array.from({ length: trials }, (_, trial) => (trial < kept ? 1 : 0));

describe('the trials that are needed', () => {
  it.each([
    // 1.96² · p (1 - p) / 0.01², less what Wilson's interval is narrower by.
    [15, 30, 9600],
    [27, 30, 3454],
    // All kept: 1 - 1 / (1 + 1.96² / n) is 2 points at 188.
    [30, 30, 189],
  ])('of %d in %d promises kept', (kept, trials, needed) => {
    const found = trialsNeeded({ promises: [few(kept, trials)], amounts: [] });
    expect(Math.abs(found / needed - 1)).toBeLessThan(0.01);
    expect(halfWidth(wilson(kept / trials, found))).toBeLessThanOrEqual(0.01);
    expect(halfWidth(wilson(kept / trials, found - 1))).toBeGreaterThan(0.01);
  });

  it('for the 95 % point of an amount are those that leave 2 % open', () => {
    const play = (trials: number) => {
      const draw = stream(3, 'amount');
      return Array.from({ length: trials }, () => 10 + 20 * draw());
    };
    const needed = trialsNeeded({ promises: [], amounts: [play(64)] });
    const { value, low, high } = quantileInterval(play(4 * needed), 0.95);
    expect((high - low) / 2 / value).toBeLessThan(0.02);
  });

  it('are the most that any promise or amount asks for, and never less than 20', () => {
    const [sure, even] = [few(30, 30), few(15, 30)];
    expect(trialsNeeded({ promises: [], amounts: [] })).toBe(20);
    expect(trialsNeeded({ promises: [], amounts: [[1, 1, 1]] })).toBe(20);
    expect(trialsNeeded({ promises: [sure, even], amounts: [] })).toBe(
      trialsNeeded({ promises: [even], amounts: [] }),
    );
  });

  it('are a number, also where the 95 % point is nothing', () => {
    const amounts = [Array.from({ length: 100 }, (_, trial) => (trial < 4 ? 1 : 0))];
    expect(Number.isFinite(trialsNeeded({ promises: [], amounts }))).toBe(true);
  });

  it('are fewer where points lie in nets', () => {
    const place = { name: 'x', family: 'a', dimension: 0 };
    const met = (draw: (trial: number) => number) =>
      Uint8Array.from({ length: 512 }, (_, trial) => (draw(trial) < 0.4 ? 1 : 0));
    const chance = stream(1, 'plain');
    const plain = trialsNeeded({ promises: [met(() => chance())], amounts: [] });
    const nets = trialsNeeded({
      promises: [met((trial) => netNumber(1, place, trial))],
      amounts: [],
    });
    expect(nets).toBeLessThan(plain / 4);
  });
});
