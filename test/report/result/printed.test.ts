import { describe, expect, it } from 'vitest';
import { ImpossibleResult } from '../../../src/report/result/impossible-result.ts';
import { printedOf } from '../../../src/report/result/printed.ts';
import type { Result, StrategyResult } from '../../../src/report/result/result.ts';
import { fixture } from '../fixture.ts';

/** The result made by hand, with something of its first strategy replaced. */
function planted(change: (strategy: StrategyResult) => Partial<StrategyResult>): Result {
  const whole = fixture();
  const [first, ...others] = whole.strategies as [StrategyResult, ...StrategyResult[]];
  return { ...whole, strategies: [{ ...first, ...change(first) }, ...others] };
}

function faultsIn(result: Result): readonly string[] {
  try {
    printedOf(result);
  } catch (error) {
    if (error instanceof ImpossibleResult) return error.faults;
    throw error;
  }
  return [];
}

describe('what a result may say', () => {
  it('is all of a sound one, but the order in which people see it', () => {
    const whole = fixture();
    expect({ ...printedOf(whole), order: whole.order }).toEqual(whole);
  });

  it('is no time below nothing, not by the last rounding', () => {
    const late = planted(({ rpo }) => ({
      rpo: { ...rpo, gap: { mean: -1.8e-6, p05: 1, p50: 1, p95: 1 } },
    }));
    expect(faultsIn(late)).toEqual([
      'strategies.0.rpo.gap.mean: Too small: expected number to be >=0',
    ]);
  });

  it('is no bytes below nothing', () => {
    const less = planted(({ stored }) => ({ stored: { ...stored, end: same(-(2 ** -40)) } }));
    expect(faultsIn(less)).toHaveLength(4);
  });

  it('is no share above the whole, by the last bit', () => {
    const more = planted(({ window }) => ({ window: { ...window, fits: same(1 + 2 ** -52) } }));
    expect(faultsIn(more)[0]).toBe(
      'strategies.0.window.fits.mean: Too big: expected number to be <=1',
    );
    const whole = planted(({ window }) => ({ window: { ...window, fits: same(1) } }));
    expect(faultsIn(whole)).toEqual([]);
  });

  it('is no figure that is not finite, and names every place', () => {
    const odd = planted(({ stored }) => ({
      skipped: same(Number.NaN),
      stored: { ...stored, peak: same(Number.POSITIVE_INFINITY) },
    }));
    expect(faultsIn(odd)).toHaveLength(8);
  });
});

const same = (value: number) => ({ mean: value, p05: value, p50: value, p95: value });
