import type { Measurement } from '../measurement.ts';
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
  // The line of a step that had ended may be lost with the end of the file, so all of them count.
  const brokenOff = steps.findIndex(({ id }) => id === begun.brokenOff);
  const take = async (step: Step, inOrder: boolean): Promise<Measurement> => {
    progress({ step, ...pace.now() });
    const began = host.clock.elapsed();
    // Else what comes before it in the order would be taken for begun.
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
    // A series that cannot go on makes room for the others at once: it may have filled the disk.
    for (const next of steps) {
      const isItsOwn = next.kind !== 'dataset' && next.series.id === step.series.id;
      if (isItsOwn && !journal.done.has(next.id)) await take(next, false);
    }
  }
  return [];
}
