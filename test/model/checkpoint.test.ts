import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dalyInterval,
  meanTimeBetweenFailures,
  youngInterval,
} from '../../src/model/checkpoint.ts';
import {
  effectiveShare,
  firstOrderWaste,
  peerMemorySurvival,
  twoPhase,
} from '../oracles/formulas/checkpoint-tiers.ts';

const DAY = 86_400;
const HOUR = 3600;

describe('Llama 3 405B: 5.29 TB, a failure in 3.09 h, restores as long as saves', () => {
  const mtbf = 3.09 * HOUR;
  it.each([
    [2e12, 2.6, 4.0, 2.2],
    [100e9, 53, 18, 10],
    [25e9, 212, 36, 20],
    [10e9, 529, 57, 31],
    [3e9, 1763, 104, 55],
    [1e9, 5290, 181, 81],
  ])('at %d B/s: a save %d s, every %d min, %d %% lost', (rate, seconds, minutes, percent) => {
    const save = 5.29e12 / rate;
    const interval = youngInterval(save, mtbf);
    const share = 1 - effectiveShare({ save, interval, mtbf, restore: save });
    const rounded = (value: number, like: number) =>
      Number(value.toFixed(Number.isInteger(like) ? 0 : 1));
    expect(rounded(save, seconds)).toBe(seconds);
    expect(rounded(interval / 60, minutes)).toBe(minutes);
    expect(rounded(100 * share, percent)).toBe(percent);
  });

  it('at 1 GB/s the first order loses more than there is, and the run gets ahead', () => {
    const saving = { save: 5290, interval: youngInterval(5290, mtbf), mtbf, restore: 5290 };
    expect(firstOrderWaste(saving)).toBeGreaterThan(1);
    // 10 849 s of work in 11 124 * e^0.4755 * (e^1.4508 - 1) = 58 457 s.
    expect(effectiveShare(saving)).toBeCloseTo(0.1856, 4);
  });

  it('419 unexpected stops in 54 days are one in 3.09 h', () => {
    expect((54 * 24) / 419).toBeCloseTo(3.09, 2);
    expect(meanTimeBetweenFailures(2048, 419 / 54 / 2048 / DAY) / HOUR).toBeCloseTo(3.09, 2);
    expect(419 / 54 / 2048).toBeCloseTo(3.8e-3, 4);
  });
});

describe('meanTimeBetweenFailures', () => {
  // Kokolis et al.: 6.5e-3 failures a node-day, 8 accelerators a node.
  it.each([
    [16_384, 1.8],
    [131_072, 0.23],
  ])('RSC-1: %d GPUs fail every %d h', (gpus, hours) => {
    const digits = hours < 1 ? 2 : 1;
    expect(meanTimeBetweenFailures(gpus / 8, 6.5e-3 / DAY) / HOUR).toBeCloseTo(hours, digits);
  });

  // MLCommons: 50 000 h an accelerator.
  it.each([
    [100_000, 30],
    [1_000_000, 3],
  ])('%d accelerators of 50 000 h fail every %d min', (nodes, minutes) => {
    const each = 1 / (50_000 * HOUR);
    expect(meanTimeBetweenFailures(nodes, each) / 60).toBeCloseTo(minutes, 9);
  });
});

const time = fc.double({ min: 0.1, max: 1e5, noNaN: true });

describe('the best interval, laws', () => {
  it("no other interval loses less than Young's by the first-order form", () => {
    fc.assert(
      fc.property(time, time, fc.double({ min: 0.1, max: 10, noNaN: true }), (save, mtbf, by) => {
        const lost = (interval: number) => save / interval + interval / (2 * mtbf);
        const best = youngInterval(save, mtbf);
        expect(lost(best)).toBeLessThanOrEqual(lost(best * by) * (1 + 1e-12));
      }),
    );
  });

  it("Daly's comes to Young's where saves are short, is a little shorter, and ends at the MTBF", () => {
    expect(dalyInterval(1e-6, 1e5) / youngInterval(1e-6, 1e5)).toBeCloseTo(1, 5);
    fc.assert(
      fc.property(time, time, (save, mtbf) => {
        const daly = dalyInterval(save, mtbf);
        expect(daly).toBeLessThanOrEqual(Math.max(mtbf, youngInterval(save, mtbf)) * (1 + 1e-9));
        if (save >= 2 * mtbf) expect(daly).toBe(mtbf);
      }),
    );
    // sqrt(2CM) * (1 + sqrt(x)/3 + x/9) - C with x = C/2M = 1/4: 400 * (1 + 1/6 + 1/36) - 200.
    expect(dalyInterval(200, 400)).toBeCloseTo(400 * (1 + 1 / 6 + 1 / 36) - 200, 9);
  });
});

describe('the share that is lost', () => {
  it('is 1 - T / [M e^((R+P)/M) (e^((T+C)/M) - 1)]', () => {
    // 100 / (100 * e^0.5 * (e^1.5 - 1)) = 1 / (1.648721 * 3.481689).
    const saving = { save: 50, interval: 100, mtbf: 100, restore: 50 };
    expect(effectiveShare(saving)).toBeCloseTo(1 / (1.648721 * 3.481689), 6);
    // A save that is still being written for 20 s is one more restore of 20 s: e^0.7 = 2.013753.
    expect(effectiveShare({ ...saving, persist: 20 })).toBeCloseTo(1 / (2.013753 * 3.481689), 6);
  });

  it('comes to the first order where everything is short against the time between failures', () => {
    const saving = { save: 60, interval: 3600, mtbf: 36_000, restore: 360, persist: 180 };
    expect(firstOrderWaste(saving)).toBeCloseTo(60 / 3600 + 0.05 + 0.005 + 0.01, 12);
    const rare = { save: 6, interval: 3600, mtbf: 36e6, restore: 360, persist: 180 };
    expect((1 - effectiveShare(rare)) / firstOrderWaste(rare)).toBeCloseTo(1, 2);
  });
});

describe('twoPhase', () => {
  it('holds up the run by what does not hide, and risks the copy under way as well', () => {
    const phases = twoPhase({ snapshot: 3, overlap: 2, persist: 53 });
    expect(phases).toMatchObject({ blocking: 1, leastInterval: 53 });
    expect(phases.atRisk(600)).toBe(653);
    expect(phases.atRisk(10)).toBe(106);
    expect(twoPhase({ snapshot: 3, overlap: 9, persist: 1 }).blocking).toBe(0);
  });
});

describe('peerMemorySurvival', () => {
  it.each([
    [16, 93.3],
    [1000, 99.9],
  ])('of %d machines with two replicas two are lost: %d %% of all cases', (machines, percent) => {
    expect(100 * peerMemorySurvival(machines, 2, 2)).toBeCloseTo(percent, 1);
  });

  it('never loses anything with fewer machines than replicas, and all of it with all', () => {
    expect(peerMemorySurvival(16, 3, 2)).toBe(1);
    expect(peerMemorySurvival(16, 2, 16)).toBe(0);
  });
});
