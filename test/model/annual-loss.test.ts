import { describe, expect, it } from 'vitest';
import { allUnreadable, annualLossProbability } from '../../src/model/annual-loss.ts';

describe('the chance of a loss in a year', () => {
  it('is that of at least one event that leaves nothing', () => {
    expect(annualLossProbability([])).toBe(0);
    // 0.2 a year, of which half leave nothing: 1 - e^-0.1.
    expect(annualLossProbability([{ perYear: 0.2, lost: 0.5 }])).toBeCloseTo(
      1 - Math.exp(-0.1),
      15,
    );
    // Three perils: 0.02 + 0.3 + 0.
    const perils = [
      { perYear: 2, lost: 0.01 },
      { perYear: 0.3, lost: 1 },
      { perYear: 50, lost: 0 },
    ];
    expect(annualLossProbability(perils)).toBeCloseTo(1 - Math.exp(-0.32), 15);
  });

  it('keeps its digits where it is rare', () => {
    expect(annualLossProbability([{ perYear: 1e-9, lost: 1e-9 }])).toBeCloseTo(1e-18, 33);
  });
});

describe('all copies unreadable at once', () => {
  it('without a copy is certain', () => {
    expect(allUnreadable([], 0.1)).toBe(1);
  });

  it('is a tenth of the best one by a common cause, and nine tenths of each by chance', () => {
    // 0.1 * 0.01 + (0.9 * 0.01) * (0.9 * 0.02).
    expect(allUnreadable([0.01, 0.02], 0.1)).toBeCloseTo(0.001 + 0.009 * 0.018, 15);
    expect(allUnreadable([0.02, 0.01], 0.1)).toBeCloseTo(0.001 + 0.009 * 0.018, 15);
    // 0.1 * 0.3 + 0.27 * 0.36 * 0.45.
    expect(allUnreadable([0.3, 0.4, 0.5], 0.1)).toBeCloseTo(0.03 + 0.27 * 0.36 * 0.45, 15);
  });

  it('of one copy is as likely as it is bad, whatever the cause', () => {
    expect(allUnreadable([0.25], 0.1)).toBeCloseTo(0.25, 15);
    expect(allUnreadable([0.25], 1)).toBeCloseTo(0.25, 15);
  });
});
