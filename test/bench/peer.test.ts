import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/reading/read.ts';
import { compile } from '../../src/simulation/compile/compile.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { available, programPath } from '../support/programs/require.ts';
import { playPeer } from './peer.js';
import { contention } from './scenarios.js';

const WORKLOADS = 20;

/** The totals of the engine, from the sources rather than the build that the benchmark runs. */
function playEngine(years: number) {
  const read = readScenario(JSON.stringify(contention({ workloads: WORKLOADS, years })), 'bench');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const plan = compile(read.value.scenario, {
    samples: new Map(),
    series: new Map(),
    prices: null,
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const [strategy] = plan.value.strategies;
  if (!strategy) throw new Error('the scenario has no strategy');
  return simulate(plan.value, strategy, { seed: 1, replication: { kind: 'expected' } });
}

describe.skipIf(!available('simpy', 'the benchmark against SimPy'))('the model in SimPy', () => {
  it('gives the totals and the mean job time that the engine gives', () => {
    const run = playEngine(1);
    const peer = playPeer({ workloads: WORKLOADS, days: 365, python: programPath('simpy') });
    const tallies = run.tallies.flat();
    const jobs = tallies.reduce((sum, { count }) => sum + count, 0);
    const seconds = tallies.reduce((sum, tally) => sum + tally.seconds, 0);
    const bytes = tallies.reduce((sum, { bytesStored }) => sum + bytesStored, 0);
    expect(peer?.jobs).toBe(jobs);
    expect((peer?.meanSeconds ?? 0) / (seconds / jobs)).toBeCloseTo(1, 9);
    expect((peer?.bytesStored ?? 0) / bytes).toBeCloseTo(1, 12);
    expect((peer?.stored ?? 0) / run.stored.end).toBeCloseTo(1, 12);
  });
});
