import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StrategyResult } from '../../src/report/result/result.ts';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { type Declared, resultOf } from '../support/played.ts';

const alone = (declared: Declared, name: string): Declared => ({
  ...declared,
  strategies: { [name]: (declared.strategies as Declared)[name] },
});

/** The same scenario with a store that costs much and to which nothing goes, at a site that it has. */
function withIdle(declared: Declared): Declared {
  const [site] = Object.keys((declared.sites ?? {}) as Declared);
  const cost = { once: `999999 ${declared.currency ?? 'USD'}`, power: '9 kW' };
  const idle = { capacity: '1 GB', latent: '50 %/year', cost, ...(site && { site }) };
  return { ...declared, stores: { ...(declared.stores as Declared), idle } };
}

/** All that is said of a strategy, but for stores that hold nothing of it: others may use them. */
const said = ({ stored, ...rest }: StrategyResult) => {
  const byStore = stored.byStore.filter(({ peak }) => peak.mean > 0);
  const used = new Set(byStore.map(({ store }) => store));
  const series = stored.series.byStore.filter(({ store }) => used.has(store));
  return { ...rest, stored: { ...stored, byStore, series } };
};

it('what is said of a strategy does not hang on the others, nor on a store that nobody uses', async () => {
  await fc.assert(
    fc.asyncProperty(anyScenario, fc.constantFrom(1, 3), async (declared, trials) => {
      const { strategies } = await resultOf(declared, { trials });
      for (const strategy of strategies) {
        const [one] = (await resultOf(alone(declared, strategy.name), { trials })).strategies;
        expect(one && said(one)).toEqual(said(strategy));
      }
      const beside = await resultOf(withIdle(declared), { trials });
      expect(beside.strategies.map(said)).toEqual(strategies.map(said));
    }),
    { numRuns: 40 },
  );
});
