import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asJson } from '../../src/report/formats/json.ts';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { resultOf } from '../support/played.ts';

const bytesOf = async (declared: object, seed: number, trials: number): Promise<string> =>
  [...asJson(await resultOf({ ...declared }, { seed, trials }))].join('');

/** The same declarations in another order: every mapping is turned by some places, lists stay. */
function reordered(value: unknown, turn: number): unknown {
  if (Array.isArray(value)) return value.map((one) => reordered(one, turn));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, reordered(part, turn)] as const);
  const at = turn % Math.max(1, entries.length);
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse());
}

describe('the same scenario and seed', () => {
  it('give the same bytes, in one future and in many', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, fc.nat(), fc.constantFrom(1, 3), async (one, seed, trials) => {
        expect(await bytesOf(one, seed, trials)).toBe(await bytesOf(one, seed, trials));
      }),
      { numRuns: 25 },
    );
  });

  it('give the same bytes in whatever order things are declared', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyScenario,
        fc.nat(),
        fc.integer({ min: 0, max: 9 }),
        async (one, seed, turn) => {
          const other = reordered(one, turn) as object;
          expect(await bytesOf(other, seed, 1)).toBe(await bytesOf(one, seed, 1));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('only people see the order: equal strategies tie, and the advice does not turn on it', async () => {
    const both = (names: readonly string[]) => ({
      start: '2026-01-05',
      horizon: '30 days',
      workloads: { data: { size: '1 TB' } },
      stores: { disk: {} },
      strategies: Object.fromEntries(names.map((name) => [name, { full: 'daily at 01:00' }])),
    });
    const result = await resultOf(both(['late', 'early']));
    expect(result.strategies.map(({ name }) => name)).toEqual(['early', 'late']);
    expect(result.advice.take).toBe('early');
    expect(result.order).toEqual(['late', 'early']);
    const other = await resultOf(both(['early', 'late']));
    expect({ ...result, order: other.order }).toEqual(other);
  });
});

describe('another seed', () => {
  const uncertain = {
    start: '2026-01-05',
    horizon: '30 days',
    workloads: { data: { size: '1 TB ± 20 %' } },
    stores: { disk: { write: '1 GB/s' } },
    strategies: { plan: { incremental: 'daily at 01:00', failure: '20 %' } },
  };

  it('gives other luck, and seed 0 is a seed', async () => {
    const seeds = [0, 1, 2, 3];
    const all = await Promise.all(seeds.map((seed) => resultOf(uncertain, { seed, trials: 5 })));
    const sizes = all.map(({ workloads }) => workloads[0]?.sizeAtStart.mean);
    expect(new Set(sizes).size).toBe(seeds.length);
  });

  it('moves no input where each stands at its mean', async () => {
    const sizes = [0, 1, 2].map(async (seed) => {
      const { workloads } = await resultOf(uncertain, { seed });
      return workloads[0]?.sizeAtStart.mean;
    });
    expect(await Promise.all(sizes)).toEqual([1e12, 1e12, 1e12]);
  });
});
