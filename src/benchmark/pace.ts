import { isMeasured, type Step } from './step.ts';

/** Progress of a run and its estimated remaining time. */
export interface Pace {
  now(): { readonly over: number; readonly all: number; readonly left: number | null };
  /** Records the duration of a finished step. */
  passed(step: Step, seconds: number): void;
}

/**
 * Estimates the remaining time from the mean duration of finished steps of each kind. `left` is
 * null until a step of every remaining kind has finished.
 *
 * @param over steps finished by an earlier run; their durations are unknown.
 */
export function newPace(steps: readonly Step[], over: { has(id: string): boolean }): Pace {
  const left = new Map<Step['kind'], number>();
  for (const { id, kind } of steps) if (!over.has(id)) left.set(kind, (left.get(kind) ?? 0) + 1);
  const took = new Map<Step['kind'], { seconds: number; steps: number }>();
  const all = steps.filter(isMeasured).length;
  let ended = steps.filter((step) => isMeasured(step) && over.has(step.id)).length;
  return {
    now: () => ({ over: ended, all, left: timeLeft(left, took) }),
    passed(step, seconds) {
      left.set(step.kind, (left.get(step.kind) ?? 0) - 1);
      const sum = took.get(step.kind) ?? { seconds: 0, steps: 0 };
      took.set(step.kind, { seconds: sum.seconds + seconds, steps: sum.steps + 1 });
      if (isMeasured(step)) ended++;
    },
  };
}

function timeLeft(
  left: ReadonlyMap<Step['kind'], number>,
  took: ReadonlyMap<Step['kind'], { readonly seconds: number; readonly steps: number }>,
): number | null {
  let sum = 0;
  for (const [kind, count] of left) {
    const taken = took.get(kind);
    if (count > 0 && !taken) return null;
    if (taken) sum += (count * taken.seconds) / taken.steps;
  }
  return sum;
}
