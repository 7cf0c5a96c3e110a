import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costTheSame, notUndercut } from '../../../src/report/answer/cost-order.ts';
import type { StrategyResult, Unpriced } from '../../../src/report/result/result.ts';
import type { Estimate } from '../../../src/stats/estimate.ts';
import { fixture } from '../fixture.ts';

const [model] = fixture().strategies as [StrategyResult];
const same = (value: number): Estimate => ({ mean: value, p05: value, p50: value, p95: value });

/** What is known of the cost of a strategy, and what it uses without a price. */
interface Costs {
  readonly known: number | null;
  readonly parts?: readonly Pick<Unpriced, 'store' | 'part'>[];
  /** Stores that grow under it. */
  readonly grows?: readonly string[];
}

function strategy({ known, parts = [], grows = [] }: Costs, at = 0): StrategyResult {
  const amount = same(known ?? 0);
  return {
    ...model,
    name: `s${at}`,
    unpriced: parts.map((part) => ({ ...part, currency: null })),
    purchases: grows.map((store) => ({
      store,
      number: 1,
      bytes: 1e12,
      neededOn: { p05: null, p50: null, p95: null, never: 0 },
      orderBy: { p05: null, p50: null, p95: null, never: 0 },
      price: null,
    })),
    cost:
      known === null
        ? null
        : {
            currency: 'USD',
            lines: [],
            complete: parts.length === 0,
            allLost: null,
            noThreeYears: null,
            bills: [],
            total: amount,
            penalties: same(0),
            expected: amount,
            threeYears: same(3 * known),
            perTerabyte: amount,
          },
  };
}

const devices = (store: string) => ({ store, part: 'devices' as const });
const left = (...all: readonly Costs[]): string[] =>
  notUndercut(all.map(strategy)).map(({ name }) => name);

describe('strategies that none surely undercuts', () => {
  it('are the cheapest, where all is priced', () => {
    expect(left({ known: 3 }, { known: 2 }, { known: 2 })).toEqual(['s1', 's2']);
  });

  it('are the one that is a part of the other, priced or not', () => {
    const parts = [devices('a')];
    expect(left({ known: null, parts }, { known: 2, parts })).toEqual(['s0']);
    expect(left({ known: 2 }, { known: 2, parts })).toEqual(['s0']);
    expect(left({ known: 1, parts }, { known: 2, parts: [...parts, devices('b')] })).toEqual([
      's0',
    ]);
  });

  it('are all where the cheaper lacks a price that the dearer has not to pay', () => {
    expect(left({ known: 1, parts: [devices('a')] }, { known: 2 })).toEqual(['s0', 's1']);
    expect(left({ known: 3 }, { known: 2, parts: [devices('a')] })).toEqual(['s0', 's1']);
  });

  it('are all where the missing price goes by use: both may not use as much', () => {
    for (const part of ['cartridges', 'courier', 'purchases'] as const) {
      const parts = [{ store: 'a', part }];
      expect(left({ known: 1, parts }, { known: 2, parts })).toEqual(['s0', 's1']);
    }
    const parts = [devices('a')];
    expect(left({ known: 1, parts, grows: ['a'] }, { known: 2, parts })).toEqual(['s0', 's1']);
    expect(left({ known: 1, parts, grows: ['b'] }, { known: 2, parts })).toEqual(['s0']);
  });
});

const STORES = ['a', 'b', 'c'];
const costs = fc.record({
  known: fc.option(fc.integer({ min: 1, max: 4 })),
  parts: fc.subarray(STORES.map(devices)),
});

describe('what is said of costs', () => {
  it('holds whatever the missing prices are', () => {
    const prices = fc.tuple(...STORES.map(() => fc.integer({ min: 0, max: 9 })));
    fc.assert(
      fc.property(fc.array(costs, { minLength: 2, maxLength: 5 }), prices, (all, amounts) => {
        const strategies = all.map(strategy);
        const totals = all.map(({ known, parts }) =>
          parts.reduce((sum, { store }) => sum + (amounts[STORES.indexOf(store)] ?? 0), known ?? 0),
        );
        const totalOf = ({ name }: StrategyResult): number => totals[Number(name.slice(1))] ?? 0;
        const best = notUndercut(strategies);
        expect(best.length).toBeGreaterThan(0);
        const least = Math.min(...totals);
        // The cheapest of all is among those that are left, and the only one left is the cheapest.
        expect(best.some((one) => totalOf(one) === least)).toBe(true);
        if (best.length === 1) expect(best.map(totalOf)).toEqual([least]);
        if (costTheSame(strategies)) expect(new Set(totals).size).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not turn in favour of a strategy that pays for one more thing without a price', () => {
    fc.assert(
      fc.property(costs, costs, (one, other) => {
        const more = { ...one, parts: [...one.parts, devices('more')] };
        const wins = (first: Costs): boolean => left(first, other).join() === 's0';
        expect(wins(more)).toBe(false);
        expect(left(one, more)).toContain('s0');
      }),
    );
  });
});
