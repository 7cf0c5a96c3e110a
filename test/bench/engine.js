import { performance } from 'node:perf_hooks';
import { readScenario } from '../../dist/scenario/reading/read.js';
import { compile } from '../../dist/simulation/compile/compile.js';
import { simulate } from '../../dist/simulation/simulate.js';

/** @typedef {{ jobs: number, bytesStored: number, meanSeconds: number, stored: number }} Totals */

const NO_DATA = { samples: new Map(), series: new Map(), prices: null };
const OPTIONS = { seed: 1, replication: { kind: 'expected' }, unbounded: true, sumsOnly: true };

/** Makes a scenario ready to run. @throws where it has problems, which no timed one may have. */
export function planOf(scenario) {
  const read = readScenario(JSON.stringify(scenario), 'bench.json');
  if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
  const compiled = compile(read.value.scenario, NO_DATA);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems[0]));
  return compiled.value;
}

/** Plays the first strategy of a plan once. */
export const play = (plan) => simulate(plan, plan.strategies[0], OPTIONS);

/** @returns {Totals} what the peer prints as well, so that a reader sees it is the same model. */
export function totalsOf(run) {
  const tallies = run.tallies.flat();
  const sum = (value) => tallies.reduce((total, tally) => total + value(tally), 0);
  const jobs = sum(({ count }) => count);
  return {
    jobs,
    bytesStored: sum(({ bytesStored }) => bytesStored),
    meanSeconds: sum(({ seconds }) => seconds) / jobs,
    stored: run.stored.end,
  };
}

/** Plays a plan again and again for some seconds of running; returns jobs simulated a second. */
export function speedOf(plan, seconds) {
  const from = performance.now();
  let jobs = 0;
  let passed = 0;
  while (passed < seconds) {
    jobs += totalsOf(play(plan)).jobs;
    passed = (performance.now() - from) / 1000;
  }
  return { speed: jobs / passed, seconds: passed };
}
