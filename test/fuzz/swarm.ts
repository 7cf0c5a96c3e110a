import fc from 'fast-check';
import { expect } from 'vitest';
import { printedOf } from '../../src/report/result/printed.ts';
import type { Run } from '../../src/simulation/aftermath/run.ts';
import { newArena } from '../../src/simulation/arena.ts';
import type { Replication } from '../../src/simulation/engine/draws.ts';
import type { State } from '../../src/simulation/engine/state.ts';
import type { Plan } from '../../src/simulation/plan/plan.ts';
import { playBlock } from '../../src/study/blocks.ts';
import { figuresOf } from '../../src/study/figures.ts';
import { sharedOf } from '../../src/study/trial-thread.ts';
import { calendarOf } from '../../src/units/calendar.ts';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { misbooked } from '../support/laws/conservation.ts';
import { unaccounted } from '../support/laws/every-event.ts';
import { differing } from '../support/laws/same-run.ts';
import { faultsEndAt, unsettled } from '../support/laws/settled.ts';
import { type Declared, planOf, resultOf, runOf } from '../support/played.ts';
import type { Fuzzer } from './fuzzer.ts';

/** Fields whose feature a seed may leave out altogether. */
const FEATURES = [
  ...['copies', 'disasters', 'log', 'replicate', 'lock', 'vault', 'lifecycle', 'events', 'growth'],
  ...['capacity', 'window', 'overrun', 'verify', 'prune', 'throttle', 'loss', 'jobs', 'rebase'],
  ...['stagger', 'unchanged', 'training', 'objectives', 'retries', 'penalties', 'expand', 'latent'],
];

/** A scenario, how often its jobs fail, and the future that is played. */
interface Try {
  readonly declared: Declared;
  readonly without: readonly string[];
  /** Per cent; null as the scenario says. */
  readonly failing: number | null;
  readonly seed: number;
  /** Number of the trial; null for the expected future. */
  readonly trial: number | null;
  readonly unbounded: boolean;
  /** Share of the horizon after which nothing fails any more. */
  readonly faultsEnd: number;
}

const tries: fc.Arbitrary<Try> = fc.record({
  declared: anyScenario.map((one): Declared => JSON.parse(JSON.stringify(one))),
  without: fc.subarray(FEATURES),
  failing: fc.constantFrom(null, 0, 1, 20, 60, 99),
  seed: fc.nat(),
  trial: fc.option(fc.nat(40)),
  unbounded: fc.boolean(),
  faultsEnd: fc.constantFrom(0, 0.3, 0.8),
});

/** What is declared without the features that are left out; every strategy fails as often. */
function drawnOf({ declared, without, failing }: Try): Declared {
  const isLeftOut = (key: string): boolean =>
    without.includes(key) || (key === 'failure' && failing !== null);
  const text = JSON.stringify(declared, (key, part) => (isLeftOut(key) ? undefined : part));
  const drawn = JSON.parse(text) as Declared & { readonly strategies: object };
  if (failing === null) return drawn;
  const strategies = Object.entries(drawn.strategies).map(([name, own]) => [
    name,
    { ...own, failure: `${failing} %` },
  ]);
  return { ...drawn, strategies: Object.fromEntries(strategies) };
}

/** Null where what is left out leaves no scenario, such as a store that nothing leads to. */
function planned(one: Try): Plan | null {
  try {
    return planOf(drawnOf(one));
  } catch {
    return null;
  }
}

/** Room that all tries take over from each other. */
const arena = newArena();

async function faultIn(one: Try): Promise<string | null> {
  const plan = planned(one);
  if (!plan) return null;
  const { seed, trial, unbounded } = one;
  const replication: Replication =
    trial === null ? { kind: 'expected' } : { kind: 'trial', number: trial };
  for (const { name, protections } of plan.strategies) {
    const play = { strategy: name, seed, unbounded, replication };
    const run = runOf(plan, play);
    expect(runOf(plan, { ...play, packFrom: 0 }), 'packed').toEqual(run);
    const sums = { ...play, sumsOnly: true };
    expect(runOf(plan, { ...sums, arena }), 'in used room').toEqual(runOf(plan, sums));
    const fault =
      watched(plan, play, run, false) ??
      watched(plan, play, run, true) ??
      (protections.some(({ policy }) => policy.cut) ? null : settling(plan, play, one.faultsEnd));
    if (fault) return `${name}: ${fault}`;
  }
  return asInThreads(plan, one) ?? (await printedFrom(plan, one));
}

type Play = { readonly strategy: string; readonly seed: number; readonly unbounded: boolean };

/** Event by event, with every law asked after each; with rules that slide, or that look at all. */
function watched(plan: Plan, play: Play, fast: Run, looksAtAll: boolean): string | null {
  let fault: string | null = null;
  let last: State | null = null;
  const watch = (state: State): void => {
    if (last === null && looksAtAll) {
      for (const { chain } of state.protections) Object.assign(chain, { windows: null });
    }
    last = state;
    fault ??= unaccounted(state) ?? misbooked(state);
  };
  const run = runOf(plan, { ...play, watch });
  const way = looksAtAll ? 'rules that look at all points' : 'event by event';
  fault ??= differing(fast, run) ?? (last && unsettled(last));
  return fault && `${way}: ${fault}`;
}

/** Once nothing fails any more, nothing fails, and all comes to its end. */
function settling(plan: Plan, play: Play, share: number): string | null {
  let fault: string | null = null;
  let last: State | null = null;
  const ended = faultsEndAt(plan.start + share * (plan.end - plan.start));
  const watch = (state: State): void => {
    last = state;
    fault ??= ended(state) ?? unaccounted(state) ?? misbooked(state);
  };
  runOf(plan, { ...play, unbounded: true, watch });
  fault ??= last && unsettled(last);
  return fault && `after the faults: ${fault}`;
}

/** Trials in blocks, of a plan that came through a message as to a thread, and one by one here. */
function asInThreads(plan: Plan, { seed, unbounded }: Try): string | null {
  const options = { seed, unbounded };
  const { plan: sent, zone } = structuredClone(sharedOf(plan, options));
  const received: Plan = { ...sent, calendar: calendarOf(zone, plan.start, plan.end) };
  for (const [strategy, { name }] of plan.strategies.entries()) {
    const blocks = [
      ...playBlock(received, options, { strategy, from: 0, to: 1 }),
      ...playBlock(received, options, { strategy, from: 1, to: 3 }),
    ];
    const here = [0, 1, 2].map((number) => {
      const replication = { kind: 'trial', number } as const;
      return figuresOf(
        plan,
        runOf(plan, { strategy: name, ...options, replication, sumsOnly: true }),
      );
    });
    expect(blocks, 'in threads').toEqual(here);
  }
  return null;
}

/** Throws where a figure cannot be. */
async function printedFrom(plan: Plan, { seed, unbounded, trial }: Try): Promise<null> {
  printedOf(await resultOf(plan, { seed, unbounded, trials: trial === null ? 1 : 3 }));
  return null;
}

/**
 * Valid scenarios in which a seed first draws which features there are and how often what fails, in
 * the manner of the VOPR of TigerBeetle. Each is played in every way there is, under every law; then
 * the faults end, and all has to settle.
 */
export const swarm: Fuzzer<Try> = { inputs: tries, fault: faultIn };
