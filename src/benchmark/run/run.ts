import { newPace } from '../pace.ts';
import type { Step } from '../step.ts';
import type { Begun } from './begun.ts';
import type { Bench } from './bench.ts';
import { takeStep } from './take-step.ts';

/** How far a run is. */
export interface Progress {
  readonly step: Step;
  /** Measured steps that are over, and that there are. */
  readonly over: number;
  readonly all: number;
  /** Seconds that the rest will take as far as can be told; null before there is anything to tell it by. */
  readonly left: number | null;
}

/** What ends a run early, and who is told how far it is. */
export interface RunOptions {
  /** Seconds after which no further step is begun; null for as long as it takes. */
  readonly budget: number | null;
  readonly begun: Begun;
  progress(so: Progress): void;
}

/**
 * Runs the steps that are not over yet, in their order, and writes each down as it ends. A step
 * whose forerunner failed is left out, with the reason; what a series has made is removed all the
 * same.
 *
 * @returns the steps that were not begun for want of time.
 * @throws ProblemsFound where measurements can no longer be written.
 */
export async function runSteps(
  bench: Bench,
  steps: readonly Step[],
  { budget, begun, progress }: RunOptions,
): Promise<readonly Step[]> {
  const { host, journal } = bench;
  const from = host.clock.elapsed();
  const pace = newPace(steps, journal.done);
  for (const [index, step] of steps.entries()) {
    if (journal.done.has(step.id)) continue;
    if (budget !== null && host.clock.elapsed() - from >= budget) {
      return steps.slice(index).filter(({ id }) => !journal.done.has(id));
    }
    progress({ step, ...pace.now() });
    const began = host.clock.elapsed();
    begun.note(step.id);
    journal.append(await takeStep(bench, step, begun.brokenOff === step.id));
    pace.passed(step, host.clock.elapsed() - began);
  }
  return [];
}
