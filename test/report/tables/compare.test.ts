import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTable } from '../../../src/report/tables/compare.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { resultOf } from '../../support/played.ts';

/** Figures of the head that a promise judges, by the name of the promise. */
const TWINS = { window: 'window_fits', fill: 'fill', cost: 'cost' } as const;

describe('the head', () => {
  it('shows a figure once: where it is judged, as it is judged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(['window', 'fill', 'cost'] as const), async (promised) => {
        const limits = { window: '90 %', fill: '90 %', cost: '1000 USD/year' };
        const declared = oneWorkload({
          store: { capacity: '40 TB', cost: { once: '2000 USD' } },
          strategy: { window: '00:00-06:00' },
          objectives: Object.fromEntries(promised.map((name) => [name, limits[name]])),
        });
        const { strategies } = await resultOf(declared);
        const keys = compareTable(strategies).columns.map(({ key }) => key);
        for (const [name, twin] of Object.entries(TWINS)) {
          const isPromised = promised.some((one) => one === name);
          expect(keys.includes(`judged_${name}`)).toBe(isPromised);
          expect(keys.includes(twin)).toBe(!isPromised);
        }
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 8 },
    );
  });
});
