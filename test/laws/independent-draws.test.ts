import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/simulation/aftermath/run.ts';
import { BYTES, cell, emptyRows } from '../../src/simulation/chain/rows.ts';
import { type Declared, planOf, runOf, secondsOf } from '../support/played.ts';

/** Two workloads with doubts of all kinds, and jobs that fail. */
const base = fc.record({
  sizes: fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 })),
  spread: fc.integer({ min: 1, max: 90 }),
  failure: fc.integer({ min: 0, max: 60 }),
  retries: fc.integer({ min: 0, max: 2 }),
});

type Base = typeof base extends fc.Arbitrary<infer T> ? T : never;

const sites = { here: {}, there: {} };
const plan = { incremental: 'daily at 01:00', full: 'weekly on Sunday at 01:00', to: 'disk' };

function declared({ sizes, spread, failure, retries }: Base) {
  const workload = (size: number) => ({
    site: 'here',
    size: `${size} GB ± ${spread} %`,
    change: { 'per-day': { p10: '1 %', p90: '4 %' } },
    compressibility: { triangular: [1, 2, 3] },
  });
  return {
    start: '2026-01-05',
    horizon: '30 days',
    sites,
    workloads: { ants: workload(sizes[0]), bees: workload(sizes[1]) },
    stores: { disk: { site: 'here', write: { lognormal: { median: '200 MB/s', sigma: 0.5 } } } },
    strategies: { plan: { ...plan, failure: `${failure} %`, retries, 'retry-after': '10 min' } },
  };
}

/** What happened to one workload. */
function fateOf(run: Run, index: number) {
  const { rows } = run.chains[index] ?? { rows: emptyRows() };
  return {
    seconds: secondsOf(run, index),
    levels: [...(run.durationLevels[index] ?? [])],
    bytes: Array.from({ length: rows.count }, (_, row) => cell(rows, row, BYTES)),
  };
}

/** The fates of the workloads that were there before, whoever stands beside them now. */
function fatesOf(scenario: Declared, seed: number, number: number) {
  const made = planOf(scenario);
  const run = runOf(made, { strategy: 'plan', seed, replication: { kind: 'trial', number } });
  return ['ants', 'bees'].map((name) => {
    const workload = made.workloads.findIndex((one) => one.name === name);
    const { protections } = run.strategy;
    return fateOf(
      run,
      protections.findIndex((one) => one.workload === workload),
    );
  });
}

describe('a new consumer of chance moves no other stream', () => {
  const same = (change: (one: ReturnType<typeof declared>) => Declared) =>
    fc.assert(
      fc.property(base, fc.nat(), fc.nat(9), (one, seed, trial) => {
        const before = declared(one);
        const fates = fatesOf(before, seed, trial);
        for (const [index, fate] of fatesOf(change(before), seed, trial).entries()) {
          const { seconds, ...rest } = fates[index] ?? { seconds: [] };
          expect(fate).toMatchObject(rest);
          expect(fate.seconds).toHaveLength(seconds.length);
          // Times may differ by rounding, since a neighbour's jobs split the clock anew: its seconds
          // of a day are exact to 1.5e-11, of which a difference of milliseconds keeps all.
          for (const [job, was] of seconds.entries()) {
            expect(Math.abs((fate.seconds[job] ?? 0) - was)).toBeLessThanOrEqual(
              1e-9 * was + 1e-10,
            );
          }
        }
      }),
      { numRuns: 40 },
    );

  it('another uncertain workload, in a store of its own, whose jobs fail', () => {
    same((one) => ({
      ...one,
      workloads: { ...one.workloads, aphids: { site: 'there', size: '5 TB ± 50 %' } },
      stores: { ...one.stores, apart: { site: 'there', write: '80 MB/s' } },
      strategies: {
        plan: { ...one.strategies.plan, overrides: { aphids: { to: 'apart', failure: '50 %' } } },
      },
    }));
  });

  it('another strategy, with other doubts of its own', () => {
    same((one) => ({
      ...one,
      strategies: {
        ...one.strategies,
        another: { ...plan, failure: '70 %', verify: { method: 'md5', rate: '1 GB/s ± 50 %' } },
      },
    }));
  });

  it('an uncertain link and a tool that nothing uses', () => {
    same((one) => ({
      ...one,
      links: { wan: { between: ['here', 'there'], rate: '1 GB/s ± 40 %', loss: 1e-6 } },
      tools: { other: { scan: '4000 /s ± 50 %' } },
    }));
  });

  it('a spread on a quantity that nothing here depends on', () => {
    same((one) => ({
      ...one,
      workloads: {
        ...one.workloads,
        bees: { ...one.workloads.bees, read: '900 GB/s ± 10 %', files: '1 million' },
      },
    }));
  });
});

describe('two strategies that state the same doubt', () => {
  it('meet the same luck, each with its own figures', () => {
    const one = declared({ sizes: [100, 200], spread: 10, failure: 0, retries: 0 });
    const rated = (rate: string) => ({ ...plan, verify: { method: 'md5', rate } });
    const made = planOf({
      ...one,
      strategies: { fast: rated('2 GB/s ± 50 %'), plan: rated('1 GB/s ± 50 %') },
    });
    const replication = { kind: 'trial', number: 3 } as const;
    const checks = ['fast', 'plan'].map(
      (strategy) => runOf(made, { strategy, replication }).verification.seconds,
    );
    expect(checks[1] ?? 0).toBeGreaterThan(0);
    expect((checks[1] ?? 0) / (checks[0] ?? 1)).toBeCloseTo(2, 9);
  });

  it('and jobs that fail more often fail at least where the others do', () => {
    const one = declared({ sizes: [100, 200], spread: 10, failure: 0, retries: 0 });
    const failing = (failure: string) => ({ ...plan, failure });
    const made = planOf({ ...one, strategies: { often: failing('50 %'), rarely: failing('5 %') } });
    const failed = (strategy: string, seed: number) => runOf(made, { strategy, seed }).failed;
    for (let seed = 0; seed < 20; seed++) {
      expect(failed('often', seed)).toBeGreaterThan(failed('rarely', seed));
    }
  });
});
