import { describe as told } from '../../src/problem.ts';
import { answer } from '../../src/report/answer/answer.ts';
import type { Result, StrategyResult } from '../../src/report/result/result.ts';
import { readScenario } from '../../src/scenario/reading/read.ts';
import type { Run } from '../../src/simulation/aftermath/run.ts';
import { compile } from '../../src/simulation/compile/compile.ts';
import type { Data } from '../../src/simulation/compile/compile-log.ts';
import type { Plan } from '../../src/simulation/plan/plan.ts';
import { type SimulateOptions, simulate } from '../../src/simulation/simulate.ts';
import { playTrials, type Study } from '../../src/study/trials.ts';

/** A scenario as a person would write it, as plain data. */
export type Declared = Readonly<Record<string, unknown>>;

const NO_DATA: Data = { samples: new Map(), series: new Map(), prices: null };

/**
 * Reads and compiles a scenario given as text or as plain data.
 *
 * @throws where it has problems, with all of them in the message.
 */
export function planOf(declared: Declared | string, data: Data = NO_DATA): Plan {
  const text = typeof declared === 'string' ? declared : JSON.stringify(declared);
  const read = readScenario(text, 'test.yaml');
  if (!read.ok) throw new Error(read.problems.map(told).join('\n'));
  const plan = compile(read.value.scenario, data, 'test');
  if (!plan.ok) throw new Error(plan.problems.map(told).join('\n'));
  return plan.value;
}

/** How a run is to be played; without more, the expected future of seed 1. */
export type Play = Partial<SimulateOptions> & { readonly strategy?: string };

/** Plays one strategy of a plan: the first by name, or the one that is named. */
export function runOf(plan: Plan, { strategy: name, ...options }: Play = {}): Run {
  const strategy = plan.strategies.find((one) => name === undefined || one.name === name);
  if (!strategy) throw new Error(`there is no strategy ${name}`);
  return simulate(plan, strategy, { seed: 1, replication: { kind: 'expected' }, ...options });
}

interface Trials {
  readonly seed?: number;
  readonly trials?: number;
  readonly unbounded?: boolean;
}

/** Plays all strategies of a plan in the same futures. */
export const studiesOf = (
  plan: Plan,
  { seed = 1, trials = 1, unbounded = false }: Trials = {},
): Promise<Study[]> =>
  playTrials(plan, { seed, trials, unbounded, between: () => Promise.resolve() });

/** The result that `simulate --json` would print. */
export async function resultOf(
  declared: Declared | string | Plan,
  trials: Trials = {},
): Promise<Result> {
  const plan = isPlan(declared) ? declared : planOf(declared);
  const studies = await studiesOf(plan, trials);
  const { seed = 1, trials: count = 1 } = trials;
  return answer(plan, studies, { hash: '', seed, trials: count });
}

const isPlan = (value: Declared | string | Plan): value is Plan =>
  typeof value === 'object' && 'resources' in value;

/** The part of a result that belongs to one strategy. */
export function strategyOf({ strategies }: Result, name: string): StrategyResult {
  const found = strategies.find((one) => one.name === name);
  if (!found) throw new Error(`there is no strategy ${name}`);
  return found;
}

/** Seconds of every job of one protection that ended well, in the order in which they ended. */
export const secondsOf = ({ durations }: Run, protection = 0): number[] =>
  Array.from(durations[protection] ?? []);
