import type { Measurement } from './measurement.ts';
import { isMeasured, type Step } from './step.ts';

/** Progress of a run and its estimated remaining time. */
export interface Pace {
  now(): { readonly over: number; readonly all: number; readonly left: number | null };
  /** Records the duration of a finished step. */
  passed(step: Step, seconds: number): void;
}

/** Steps of a kind that an estimate rests on: the last ones, as the machine's load comes and goes. */
const LAST = 8;

/**
 * Estimates the remaining time from the mean duration of the last finished steps of each kind.
 * `left` is null until the duration of a step of every remaining kind is known.
 *
 * @param before what an earlier run has measured, in its order; of its durations only those of
 *   programs are known.
 */
export function newPace(
  steps: readonly Step[],
  before: ReadonlyMap<string, Pick<Measurement, 'kind' | 'usage' | 'flush'>>,
): Pace {
  const left = new Map<Step['kind'], number>();
  for (const { id, kind } of steps) if (!before.has(id)) left.set(kind, (left.get(kind) ?? 0) + 1);
  const took = new Map<Step['kind'], readonly number[]>();
  const learn = (kind: Step['kind'], seconds: number) =>
    took.set(kind, [...(took.get(kind) ?? []), seconds].slice(-LAST));
  for (const { kind, usage, flush } of before.values())
    if (usage) learn(kind, usage.wall + (flush?.seconds ?? 0));
  const all = steps.filter(isMeasured).length;
  let ended = steps.filter((step) => isMeasured(step) && before.has(step.id)).length;
  return {
    now: () => ({ over: ended, all, left: timeLeft(left, took) }),
    passed(step, seconds) {
      left.set(step.kind, (left.get(step.kind) ?? 0) - 1);
      learn(step.kind, seconds);
      if (isMeasured(step)) ended++;
    },
  };
}

function timeLeft(
  left: ReadonlyMap<Step['kind'], number>,
  took: ReadonlyMap<Step['kind'], readonly number[]>,
): number | null {
  let sum = 0;
  for (const [kind, count] of left) {
    const last = took.get(kind);
    if (count > 0 && !last) return null;
    if (last) sum += (count * last.reduce((all, seconds) => all + seconds, 0)) / last.length;
  }
  return sum;
}
