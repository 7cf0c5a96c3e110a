import { baseGenerationOf } from '../../bases.ts';
import type { Measurement } from '../../measurement.ts';
import type { ChangeRecord } from '../../records/source.ts';
import type { Step, StepOf } from '../../step.ts';
import { datasetStep } from '../../steps.ts';
import type { Bench } from '../bench.ts';

const UNCHANGED: Omit<ChangeRecord, 'since'> = {
  ...{ added: 0, changed: 0, renamed: 0, removed: 0 },
  ...{ read: 0, within: 0, folders: 0, beside: 0, content: null },
};

/** The point that a backup builds on, and what has changed in its dataset since that one. */
export function changeOf(
  bench: Pick<Bench, 'journal'>,
  step: StepOf<'backup'>,
): Pick<Measurement, 'base' | 'change'> {
  const { series, point, generation } = step;
  const since = baseGenerationOf(series, step);
  const base =
    point.base === null || since === null ? null : { point: point.base, generation: since };
  if (since === generation) return { base, change: { since, ...UNCHANGED } };
  const { changes } = datasetOf(bench, step) ?? {};
  return { base, change: changes?.find((change) => change.since === since) ?? null };
}

/** The measurement of the dataset generation that a step is about; undefined if there is none. */
export function datasetOf(
  { journal }: Pick<Bench, 'journal'>,
  step: Step,
): Measurement | undefined {
  if (!('series' in step) || !('generation' in step)) return undefined;
  const { repetition, dataset } = step.series;
  return journal.done.get(datasetStep(repetition, dataset, step.generation));
}
