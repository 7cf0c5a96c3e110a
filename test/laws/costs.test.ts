import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { copiedScenario } from '../support/copied-scenario.ts';
import { type Declared, planOf, resultOf } from '../support/played.ts';

/** A job that outlasts the horizon finds only at its end how much its merge needs, and buys it then. */
const boughtPastTheEnd: Declared = {
  start: '2026-01-05',
  horizon: '15 days',
  sites: { here: {} },
  workloads: {
    runs: {
      site: 'here',
      files: 1,
      growth: '3 MB/s',
      change: { 'per-run': '1 MB' },
      read: '1 MB/s',
      checkpoints: { parameters: '1 billion', 'keep-last': 1 },
    },
  },
  stores: {
    disk: {
      profile: 'disk/nearline',
      drives: 3,
      ceiling: 0.001,
      site: 'here',
      cost: { expand: 1 },
    },
  },
  strategies: {
    plan: { incremental: 'weekdays at 22:00', to: 'disk', keep: { points: 1 }, style: 'forward' },
  },
};

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

describe('what a strategy costs', () => {
  it('is the sum of its lines, none of which is negative, and disasters come on top', async () => {
    let seen = 0;
    const scenarios = fc.oneof(copiedScenario, anyScenario);
    await fc.assert(
      fc.asyncProperty(scenarios, fc.constantFrom(1, 2), async (declared, trials) => {
        const { strategies } = await resultOf(planOf(declared), { trials });
        for (const { cost, purchases } of strategies) {
          if (!cost) continue;
          seen++;
          const lines = cost.lines.map(({ perYear }) => perYear.mean);
          for (const line of lines) expect(line).toBeGreaterThanOrEqual(0);
          const total = sum(lines);
          expect(Math.abs(cost.total.mean - total)).toBeLessThanOrEqual(1e-9 * total);
          const both = cost.total.mean + cost.penalties.mean;
          expect(Math.abs(cost.expected.mean - both)).toBeLessThanOrEqual(1e-9 * both);
          for (const { lines: own, total: all } of cost.bills) {
            const amounts = sum(own.map(({ amount }) => amount.mean));
            expect(Math.abs(all.mean - amounts)).toBeLessThanOrEqual(1e-9 * amounts);
          }
          expect(cost.threeYears === null).toBe(cost.noThreeYears !== null);
          for (const { neededOn, orderBy } of purchases) {
            if (neededOn.p50 && orderBy.p50) expect(orderBy.p50 <= neededOn.p50).toBe(true);
          }
        }
      }),
      { numRuns: 60, examples: [[boughtPastTheEnd, 1]] },
    );
    expect(seen).toBeGreaterThan(20);
  });
});
