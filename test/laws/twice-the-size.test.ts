import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StrategyResult } from '../../src/report/result/result.ts';
import { resultOf } from '../support/played.ts';
import { smallScenario } from '../support/small-scenario.ts';

/** Bytes, or bytes in a time, at the beginning of a text. */
const AMOUNT = /^(\d+(?:\.\d+)?)(\s*(?:[kMGTP]|[KMGT]i)?B\b)/;

/** The same scenario with every size, and every rate in bytes, twice as large. */
function doubled(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(
      AMOUNT,
      (_, number: string, unit: string) => `${2 * Number(number)}${unit}`,
    );
  }
  if (Array.isArray(value)) return value.map(doubled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, doubled(part)]));
}

interface Small {
  readonly tools: object;
  readonly links: object;
  readonly stores: object;
  readonly strategies: object;
}

/** The same scenario with every size and rate said that the catalog would give. */
function plain<T extends Small>(declared: T) {
  const rated = (strategy: { readonly verify?: object }) => ({
    ...strategy,
    ...(strategy.verify && { verify: { ...strategy.verify, rate: '1 GB/s' } }),
  });
  return {
    ...declared,
    links: Object.fromEntries(
      Object.entries(declared.links).map(([name, own]) => [name, { ...own, mss: '1460 B' }]),
    ),
    // Blocks that are cloned are counted in whole bytes.
    stores: Object.fromEntries(
      Object.entries(declared.stores).map(([name, own]) => [name, { ...own, 'block-clone': 'no' }]),
    ),
    tools: Object.fromEntries(
      Object.entries(declared.tools).map(([name, own]) => [name, { ...own, like: 'generic' }]),
    ),
    strategies: Object.fromEntries(
      Object.entries(declared.strategies).map(([name, own]) => [name, rated(own)]),
    ),
  };
}

const timesOf = ({ jobs, skipped, failed, window, rpo, recovery, points }: StrategyResult) => ({
  jobs: jobs.map(({ level, count, seconds, wait, terms }) => [level, count, seconds, wait, terms]),
  ...{ skipped, failed, window, rpo, kept: points.kept },
  restores: [recovery.newest, recovery.worst].map((one) => one && [one.seconds, one.terms]),
});

const bytesOf = ({ jobs, stored, traffic }: StrategyResult): readonly number[] => [
  ...jobs.flatMap(({ bytesRead, bytesStored }) => [bytesRead.mean, bytesStored.mean]),
  ...[stored.end.mean, stored.peak.mean, traffic.bytes.mean],
];

it('twice the bytes at twice the rates take as long, and twice the room', async () => {
  await fc.assert(
    fc.asyncProperty(smallScenario, async (declared) => {
      const one = plain(declared);
      const [{ strategies }, twice] = [
        await resultOf(one),
        await resultOf(doubled(one) as typeof one),
      ];
      for (const [index, strategy] of strategies.entries()) {
        const other = twice.strategies[index] as StrategyResult;
        expect(timesOf(other)).toEqual(timesOf(strategy));
        expect(bytesOf(other)).toEqual(bytesOf(strategy).map((bytes) => 2 * bytes));
      }
    }),
    { numRuns: 60 },
  );
});
