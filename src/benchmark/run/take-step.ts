import { ProblemsFound } from '../../problem.ts';
import type { Measurement } from '../measurement.ts';
import type { Step } from '../step.ts';
import { backUp } from './backup-step.ts';
import { adapterOf, type Bench, placeOf, targetOf } from './bench.ts';
import { makeDataset } from './dataset-step.ts';
import { invoke } from './invoke.ts';
import { type Found, failed, measurementOf } from './outcome.ts';
import { changeOf, datasetOf } from './recorded/change-of.ts';
import { restore, verify } from './restore-step.ts';
import { retain } from './retention-step.ts';
import { check, initialise, remove } from './series-steps.ts';
import { refuseEmpty } from './trust/refuse-empty.ts';
import { strayWarnings } from './trust/stray-warnings.ts';

/**
 * Executes a step and returns its measurement. Problems with the machine or the tool make it a
 * failed step.
 *
 * @param again whether an earlier run was interrupted in this step.
 */
export async function takeStep(bench: Bench, step: Step, again: boolean): Promise<Measurement> {
  const { host, journal } = bench;
  const about = { began: new Date(host.clock.now()).toISOString(), again };
  const missing = step.needs.filter((id) => journal.done.get(id)?.outcome !== 'done');
  if (missing.length > 0) {
    // After a failure, steps of a series are left out before their dataset reaches their
    // generation.
    const why = missing.find((id) => journal.done.has(id)) ?? missing[0];
    const reason = `it needs ${why}, which did not end well`;
    return measurementOf(step, about, { outcome: 'left out', reason });
  }
  try {
    if (again) await recover(bench, step);
    const source = datasetOf(bench, step)?.source ?? null;
    const found = refuseEmpty(step, await act(bench, step), source);
    const change = step.kind === 'backup' ? changeOf(bench, step) : {};
    return measurementOf(step, about, {
      source,
      ...change,
      ...found,
      ...warned(bench, found.warnings),
    });
  } catch (error) {
    // Anything else is a bug and is rethrown.
    if (!(error instanceof ProblemsFound)) throw error;
    return measurementOf(step, about, { ...failed(error.message), ...warned(bench) });
  }
}

/** The warnings of a step, and those of what its programs have left running. */
const warned = (
  { host }: Bench,
  warnings: readonly string[] = [],
): Pick<Measurement, 'warnings'> => ({
  warnings: [...warnings, ...strayWarnings(host.processes.strays())],
});

/** Cleans up after an interrupted step: locks, incomplete points or repositories. */
async function recover(bench: Bench, step: Step): Promise<void> {
  if (step.kind === 'init') {
    await targetOf(bench, step.series).removeSeries(bench.layout.nameOf(step.series));
  }
  if (step.kind !== 'dataset' && step.kind !== 'verify' && step.kind !== 'remove') {
    const place = placeOf(bench, step.series);
    const point = step.kind === 'backup' ? step.point : null;
    await invoke(bench, place.home, adapterOf(bench, step.series).recover(place, point));
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
    case 'forget':
    case 'prune':
    case 'compact':
      return retain(bench, step);
    case 'remove':
      return remove(bench, step);
  }
}
