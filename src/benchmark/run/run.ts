import type { Measurement } from '../measurement.ts';
import { newPace } from '../pace.ts';
import type { Step } from '../step.ts';
import type { Begun } from './begun.ts';
import type { Bench } from './bench.ts';
import { takeStep } from './take-step.ts';

/** Progress of a run. */
export interface Progress {
  readonly step: Step;
  /** Measured steps: finished, and in total. */
  readonly over: number;
  readonly all: number;
  /** Estimated seconds for the remaining steps; null if there is no basis for an estimate yet. */
  readonly left: number | null;
}

/** Options of a run. */
export interface RunOptions {
  /** Seconds after which no further step is started; null for no limit. */
  readonly budget: number | null;
  readonly begun: Begun;
  progress(so: Progress): void;
}

/**
 * Runs the unfinished steps in order and records each as it ends. A step whose prerequisite failed
 * is left out, with the reason; what a series has made is removed in any case.
 *
 * @returns the steps that were not started because the budget was used up.
 * @throws ProblemsFound if measurements can no longer be written.
 */
export async function runSteps(
  bench: Bench,
  steps: readonly Step[],
  { budget, begun, progress }: RunOptions,
): Promise<readonly Step[]> {
  const { host, journal } = bench;
  const from = host.clock.elapsed();
  const pace = newPace(steps, journal.done);
  // All steps up to the interrupted one count as begun: the record of a finished one may be lost
  // with the end of the file.
  const brokenOff = steps.findIndex(({ id }) => id === begun.brokenOff);
  const take = async (step: Step, inOrder: boolean): Promise<Measurement> => {
    progress({ step, ...pace.now() });
    const began = host.clock.elapsed();
    // Noting a step out of order would mark the steps before it in the order as begun.
    if (inOrder) begun.note(step.id);
    const line = await takeStep(bench, step, steps.indexOf(step) <= brokenOff);
    journal.append(line);
    pace.passed(step, host.clock.elapsed() - began);
    return line;
  };
  for (const [index, step] of steps.entries()) {
    if (journal.done.has(step.id)) continue;
    if (budget !== null && host.clock.elapsed() - from >= budget) {
      return steps.slice(index).filter(({ id }) => !journal.done.has(id));
    }
    const { outcome } = await take(step, true);
    if (outcome !== 'failed' || (step.kind !== 'init' && step.kind !== 'backup')) continue;
    // A failed series is removed at once to free space for the others, as it may have filled the
    // disk.
    for (const next of steps) {
      const isItsOwn = next.kind !== 'dataset' && next.series.id === step.series.id;
      if (isItsOwn && !journal.done.has(next.id)) await take(next, false);
    }
  }
  return [];
}
