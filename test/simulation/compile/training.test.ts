import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/scenario/reading/read.ts';
import { compile } from '../../../src/simulation/compile/compile.ts';
import type { TrainingPlan } from '../../../src/simulation/plan/training.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf } from '../../support/played.ts';

const RUN = { workload: 'data', accelerators: 8, mtbf: '3 h' };

/** One workload at home, a store beside it and one behind a link. */
const scenarioOf = (run: Declared, more: Declared = {}): Declared => ({
  ...oneWorkload(),
  sites: { home: {}, away: {} },
  links: { wan: { between: ['home', 'away'], rate: '10 Gbit/s', paths: 2, live: 1 } },
  workloads: { data: { site: 'home', size: '1 TB' } },
  stores: {
    disk: { site: 'home', write: '1 GB/s', read: '4 GB/s' },
    far: { site: 'away', write: '5 GB/s' },
    free: { site: 'home' },
  },
  strategies: { plan: { to: 'disk', full: 'daily at 00:00' } },
  training: { llama: { ...RUN, ...run } },
  ...more,
});

function trainingOf(run: Declared, more: Declared = {}): TrainingPlan {
  const [plan] = planOf(scenarioOf(run, more)).training;
  if (!plan) throw new Error('nothing is trained');
  return plan;
}

function problemsOf(run: Declared, more: Declared = {}): readonly string[] {
  const read = readScenario(JSON.stringify(scenarioOf(run, more)), 'x.json');
  if (!read.ok) throw new Error('is not read');
  const plan = compile(read.value.scenario, {
    samples: new Map(),
    series: new Map(),
    prices: null,
  });
  return plan.ok ? [] : plan.problems.map(({ path, message }) => `${path} ${message}`);
}

describe('the tiers of a training run', () => {
  it('take the rate of their store and of the way to it, in each direction', () => {
    const { tiers } = trainingOf({ tiers: [{ store: 'disk' }, { store: 'far' }] });
    expect(tiers[0]).toMatchObject({ name: 'disk', save: 1000, restore: 250, persist: 0 });
    // Half of 10 Gbit/s is alive.
    expect(tiers[1]).toMatchObject({ name: 'far', save: 1600, restore: 1600 });
  });

  it('go before it by what they state themselves', () => {
    const { tiers } = trainingOf({
      tiers: [
        { name: 'memory', save: '3 s' },
        { store: 'far', rate: '10 GB/s', restore: '7 min', every: '20 min', 'keep-last': 4 },
      ],
    });
    expect(tiers[0]).toMatchObject({ save: 3, restore: 3, every: null, held: 1 });
    expect(tiers[1]).toMatchObject({ save: 100, restore: 420, every: 1200, held: 4 });
  });

  it('hold up an asynchronous run for a snapshot only, and are written out behind it', () => {
    const tiers = [{ name: 'memory', save: '3 s' }, { store: 'disk' }];
    const plan = trainingOf({ mode: 'async', snapshot: '5 s', tiers });
    expect(plan.tiers.map(({ save, persist }) => [save, persist])).toEqual([
      [3, 0],
      [5, 1000],
    ]);
  });

  it('save one checkpoint of the several that stand there', () => {
    const checkpoints = { parameters: '100 billion', 'bytes-per-parameter': '10 B' };
    const data = { site: 'home', checkpoints: { ...checkpoints, 'keep-last': 20 } };
    const plan = trainingOf({ tiers: [{ store: 'disk' }] }, { workloads: { data } });
    expect(plan.checkpoint).toBe(1e12);
  });
});

describe('failures of a training run', () => {
  it('are shared out over their kinds, which tiers name', () => {
    const plan = trainingOf({
      failures: { process: '60 %', site: '40 %' },
      tiers: [{ name: 'memory', save: '3 s', survives: ['process'] }, { store: 'far' }],
    });
    expect(plan.failures).toEqual([
      { name: 'process', rate: 0.6 / 10_800 },
      { name: 'site', rate: 0.4 / 10_800 },
    ]);
    expect(plan.tiers.map(({ survives }) => survives)).toEqual([[0], [0, 1]]);
  });

  it('come from nodes where no time between them is stated', () => {
    const { mtbf: _, ...run } = RUN;
    const training = {
      llama: { ...run, nodes: 2048, 'node-failures': '0.0065 /day', tiers: [{ store: 'disk' }] },
    };
    const [plan] = planOf(scenarioOf({}, { training })).training;
    expect(plan?.failures[0]?.rate).toBeCloseTo((2048 * 0.0065) / 86_400, 12);
  });
});

describe('problems of a training run that show when parts are put together', () => {
  const tiers = [{ store: 'disk' }];
  it.each([
    [{ tiers, failures: { a: '60 %', b: '30 %' } }, 'failures add up to 90 %'],
    [
      { failures: { a: 0.5, b: 0.5 }, tiers: [{ store: 'disk', survives: ['a'] }] },
      'tiers no tier survives "b"',
    ],
    [{ tiers, price: '2.5 EUR/h' }, 'price is in EUR, and nothing says what that is worth in USD'],
    [
      { tiers: [{ store: 'free' }] },
      'tiers[0].rate is missing: neither the store nor the route to it limits it',
    ],
  ])('%o: %s', (run, problem) => {
    expect(problemsOf(run)).toEqual([`training.llama.${problem}`]);
  });

  it('the currency may be another one where the scenario says so, or what it is worth', () => {
    expect(problemsOf({ tiers, price: '18 CNY/h' }, { currency: 'CNY' })).toEqual([]);
    const exchange = { CNY: '0.14 USD' };
    expect(trainingOf({ tiers, price: '18 CNY/h' }, { exchange }).price).toBeCloseTo(
      (18 * 0.14) / 3600,
      15,
    );
  });

  it('no way to the store', () => {
    expect(problemsOf({ tiers: [{ store: 'far' }] }, { links: {} })[0]).toContain(
      'training.llama.tiers[0].store there is no route',
    );
  });
});
