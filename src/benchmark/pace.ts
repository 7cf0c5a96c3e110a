import { isMeasured, type Step } from './step.ts';

/** How fast a run gets on, to say how long the rest will take. */
export interface Pace {
  now(): { readonly over: number; readonly all: number; readonly left: number | null };
  /** A step took so many seconds. */
  passed(step: Step, seconds: number): void;
}

/**
 * Tells the time left by what steps of the same kind have taken so far; null until one of each kind
 * that is left has been seen.
 *
 * @param over steps that an earlier run has ended: they tell nothing of the time.
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
      const so = took.get(step.kind) ?? { seconds: 0, steps: 0 };
      took.set(step.kind, { seconds: so.seconds + seconds, steps: so.steps + 1 });
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
    const so = took.get(kind);
    if (count > 0 && !so) return null;
    if (so) sum += (count * so.seconds) / so.steps;
  }
  return sum;
}
