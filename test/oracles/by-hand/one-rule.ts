import { expect } from 'vitest';
import type { StrategyResult } from '../../../src/report/result/result.ts';
import { PLAIN } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';

/** A tiny scenario in which one rule is alone, what is read off its answer, and what that must be. */
export interface OneRule {
  readonly what: string;
  readonly strategy: Declared;
  readonly workload?: Declared;
  readonly stores?: Declared;
  readonly horizon?: string;
  readonly says: (of: StrategyResult) => unknown;
  readonly right: unknown;
}

export const TB = 1e12;

/** 1 TB of which a tenth is written anew each day, saved at once; day 0 is a Monday. */
export async function holdsTrue(rule: OneRule): Promise<void> {
  const { strategy, workload, stores, horizon = '14 days', says, right } = rule;
  const result = await resultOf({
    start: '2026-01-05',
    horizon,
    workloads: { data: { size: '1 TB', ...PLAIN, change: '10 %/day', ...workload } },
    stores: { disk: {}, other: {}, third: {}, ...stores },
    strategies: { plan: { to: 'disk', keep: { last: 1000 }, ...strategy } },
  });
  expect(says(strategyOf(result, 'plan'))).toEqual(right);
}

/** An amount but for rounding: to a byte, or a millionth of what is not bytes. */
export const near = (amount: number) => expect.closeTo(amount, amount > 1e6 ? 0 : 6);

export const daily = { incremental: 'daily at 00:00' };
export const weekly = { full: 'weekly on Monday at 00:00', ...daily };
export const synthetic = { synthetic: 'weekly on Monday at 00:00', ...daily };
export const differential = { differential: 'daily at 00:00' };
