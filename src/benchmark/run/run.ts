import { ProblemsFound } from '../../problem.ts';
import type { Measurement } from '../measurement.ts';
import { newPace } from '../pace.ts';
import type { Step } from '../step.ts';
import { backUp } from './backup-step.ts';
import type { Bench } from './bench.ts';
import { makeDataset } from './dataset-step.ts';
import { type Found, failed, measurementOf } from './outcome.ts';
import { restore, verify } from './restore-step.ts';
import { check, initialise, remove } from './series-steps.ts';

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
  progress(so: Progress): void;
}

/** What a run did and did not do. */
export interface Ran {
  /** Steps that were not begun for want of time. */
  readonly notBegun: readonly Step[];
}

/**
 * Runs the steps that are not over yet, in their order, and writes each down as it ends. A step
 * whose forerunner failed is left out, with the reason; what a series has made is removed all the
 * same.
 *
 * @throws ProblemsFound where measurements can no longer be written.
 */
export async function runSteps(
  bench: Bench,
  steps: readonly Step[],
  { budget, progress }: RunOptions,
): Promise<Ran> {
  const { host, journal } = bench;
  const began = host.clock.elapsed();
  const pace = newPace(steps, journal.done);
  for (const [index, step] of steps.entries()) {
    if (journal.done.has(step.id)) continue;
    if (budget !== null && host.clock.elapsed() - began >= budget) {
      return { notBegun: steps.slice(index).filter(({ id }) => !journal.done.has(id)) };
    }
    progress({ step, ...pace.now() });
    const from = host.clock.elapsed();
    journal.append(await taken(bench, step));
    pace.passed(step, host.clock.elapsed() - from);
  }
  return { notBegun: [] };
}

async function taken(bench: Bench, step: Step): Promise<Measurement> {
  const { host, journal } = bench;
  const about = { began: new Date(host.clock.now()).toISOString(), again: false };
  const missing = step.needs.find((id) => journal.done.get(id)?.outcome !== 'done');
  if (missing !== undefined) {
    const reason = `it needs ${missing}, which did not end well`;
    return measurementOf(step, about, { outcome: 'left out', reason });
  }
  try {
    return measurementOf(step, about, await act(bench, step));
  } catch (error) {
    // What the machine refuses is a failed step; anything else is a bug and is thrown on.
    if (!(error instanceof ProblemsFound)) throw error;
    return measurementOf(step, about, failed(error.message));
  }
}

function act(bench: Bench, step: Step): Promise<Found> {
  switch (step.kind) {
    case 'dataset':
      return makeDataset(bench, step);
    case 'init':
      return initialise(bench, step);
    case 'backup':
      return backUp(bench, step);
    case 'check':
      return check(bench, step);
    case 'restore':
      return restore(bench, step);
    case 'verify':
      return verify(bench, step);
    case 'remove':
      return remove(bench, step);
  }
}
