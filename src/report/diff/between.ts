import { objectiveLabel } from '../answer/objectives.ts';
import type { Result, StrategyResult } from '../result/result.ts';
import type { Diff, Moved, Turned } from './difference.ts';
import { figuresOf } from './figures.ts';
import { type Input, inputsBetween } from './inputs.ts';

/** An answer, and the fields of the scenario that gave it where they are known. */
export interface Answered {
  readonly result: Result;
  readonly inputs: readonly Input[] | null;
}

/** Relative differences below this are rounding. */
const ROUNDING = 1e-9;

/**
 * Says what differs between two answers: inputs, promises that turned, figures that moved.
 *
 * @example
 * diffOf(lastWeek, today).verdicts // [{ strategy: 'nightly', promise: 'window', old: true, new: false }]
 */
export function diffOf(old: Answered, now: Answered): Diff {
  const before = new Map(old.result.strategies.map((one) => [one.name, one]));
  const after = new Map(now.result.strategies.map((one) => [one.name, one]));
  const both = [...after].flatMap(([name, strategy]) => {
    const earlier = before.get(name);
    return earlier ? [[earlier, strategy] as const] : [];
  });
  return {
    format: 'backcast/diff/1',
    old: sideOf(old.result),
    new: sideOf(now.result),
    inputs: old.inputs && now.inputs ? inputsBetween(old.inputs, now.inputs) : null,
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    verdicts: both.flatMap(([earlier, later]) => turned(earlier, later)),
    figures: both.flatMap(([earlier, later]) => moved(earlier, later)).sort(bySize),
  };
}

const sideOf = ({ scenario, seed, trials, advice }: Result): Diff['old'] => ({
  scenario: scenario.name,
  hash: scenario.hash,
  seed,
  trials,
  take: advice.take,
});

function turned(old: StrategyResult, now: StrategyResult): readonly Turned[] {
  const [before, after] = [promisesOf(old), promisesOf(now)];
  const promises = new Set([...before.keys(), ...after.keys()]);
  return [...promises].flatMap((promise) => {
    const [was, is] = [before.get(promise) ?? null, after.get(promise) ?? null];
    return was === is ? [] : [{ strategy: now.name, promise, old: was, new: is }];
  });
}

function moved(old: StrategyResult, now: StrategyResult): readonly Moved[] {
  const before = new Map(figuresOf(old).map((one) => [one.figure, one.value]));
  return figuresOf(now).flatMap(({ figure, unit, value }) => {
    const was = before.get(figure) ?? null;
    if (isSame(was, value)) return [];
    const change = was === null || value === null || was === 0 ? null : value / was - 1;
    return [{ strategy: now.name, figure, unit, old: was, new: value, change }];
  });
}

/** Whether each promise that is judged of a strategy is met. */
const promisesOf = ({ objectives }: StrategyResult): ReadonlyMap<string, boolean> =>
  new Map(
    objectives.map((objective) => [objective.rule ?? objectiveLabel(objective), objective.met]),
  );

const isSame = (a: number | null, b: number | null): boolean =>
  a === b ||
  (a !== null && b !== null && Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)));

/** What came or went stands before all that only grew or shrank. */
const bySize = (a: Moved, b: Moved): number => sizeOf(b) - sizeOf(a) || 0;
const sizeOf = ({ change }: Moved): number => (change === null ? Infinity : Math.abs(change));
