import { stream } from '../random/stream.ts';
import { seriesOf } from './combinations.ts';
import type { BenchPlan } from './plan.ts';
import { RETENTION_KINDS } from './retention.ts';
import { generationsOf, type PlannedBackup, type Series } from './series.ts';
import type { Step } from './step.ts';

/**
 * The steps of a plan in execution order. Repetitions run one after the other, so that only one at
 * a time needs disk space. Within a repetition, the series are interleaved in a seeded random
 * order, so that a slow minute of the machine does not affect a single series.
 *
 * A dataset changes only after all series have finished their steps in its current generation.
 *
 * @example
 * stepsOf(plan).map(({ id }) => id) // ['1/office/generation-0', '1/office/tar/disk/init', …]
 */
export function stepsOf(plan: BenchPlan): readonly Step[] {
  const all = seriesOf(plan);
  return Array.from({ length: plan.repetitions }, (_, index) => index + 1).flatMap((repetition) => {
    const steps = plan.datasets.flatMap(({ name }) => {
      const series = all.filter(
        (candidate) => candidate.repetition === repetition && candidate.dataset === name,
      );
      return series.length === 0 ? [] : datasetSteps(plan, name, repetition, series);
    });
    return shuffled(steps, plan.seed, repetition);
  });
}

/** The id of the step that brings a dataset to a generation. */
export const datasetStep = (repetition: number, dataset: string, generation: number): string =>
  `${repetition}/${dataset}/generation-${generation}`;

function datasetSteps(
  plan: BenchPlan,
  dataset: string,
  repetition: number,
  series: readonly Series[],
): readonly Step[] {
  const steps: Step[] = [];
  const last = Math.max(
    ...series.flatMap(({ backups }) => backups.map((backup) => backup.generation)),
  );
  // Steps that must end before the dataset may change, and the step that made its current state.
  let before: string[] = [];
  let present: string[] = [];
  const generations = [...new Set(generationsOf(plan.levels))].filter(
    (generation) => generation <= last,
  );
  for (const generation of generations) {
    const made = datasetStep(repetition, dataset, generation);
    const about = { kind: 'dataset', dataset, repetition, generation } as const;
    steps.push({ ...about, id: made, after: before, needs: present });
    present = [made];
    before = [made];
    for (const one of series) {
      const inIt = seriesSteps(plan, one, generation, made);
      steps.push(...inIt);
      before.push(...inIt.filter(({ kind }) => kind !== 'remove').map(({ id }) => id));
    }
  }
  return steps;
}

/** The steps of a series in one dataset generation, each after the one before. */
function seriesSteps(
  plan: BenchPlan,
  series: Series,
  generation: number,
  made: string,
): readonly Step[] {
  const backups = series.backups.filter((backup) => backup.generation === generation);
  if (backups.length === 0) return [];
  const steps: Step[] = [];
  const first = series.backups[0] === backups[0];
  const earlier = series.backups[series.backups.indexOf(backups[0] as PlannedBackup) - 1];
  const id = (name: string): string => `${series.id}/${name}`;
  let after = first ? [made] : [made, id(backupName(earlier as PlannedBackup))];
  if (first) {
    steps.push({ kind: 'init', id: id('init'), after, needs: after, series });
    after = [id('init')];
  }
  for (const backup of backups) {
    const name = id(backupName(backup));
    steps.push({ kind: 'backup', id: name, after, needs: after, series, ...backup });
    after = [name];
  }
  if (series.backups.at(-1) === backups.at(-1)) {
    steps.push(...closingSteps(plan, series, after));
  }
  return steps;
}

const backupName = ({ point }: PlannedBackup): string => `${point.number}-${point.level}`;

/** The steps after the last backup: check, restores, verifications, retention, removal. */
function closingSteps(plan: BenchPlan, series: Series, after: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  const id = (name: string): string => `${series.id}/${name}`;
  const tool = plan.tools.find(({ name }) => name === series.tool);
  if (plan.check && tool?.adapter.check) {
    steps.push({ kind: 'check', id: id('check'), after, needs: after, series });
  }
  const newest = series.backups.at(-1) as PlannedBackup;
  for (const backup of restoredOf(plan, series)) {
    const methods = backup === newest ? plan.verify : [];
    const name = id(`restore-${backup.point.number}`);
    const stays = methods.length > 0;
    const part = 'all' as const;
    steps.push({ kind: 'restore', id: name, after, needs: after, series, part, stays, ...backup });
    for (const [index, method] of methods.entries()) {
      const verify = id(`restore-${backup.point.number}-${method}`);
      const before = [...steps.slice(-1 - index).map((step) => step.id)];
      const about = { kind: 'verify', series, method, ...backup } as const;
      steps.push({ ...about, id: verify, after: before, needs: [name] });
    }
  }
  if (plan.restore.includes('one file') && tool?.adapter.restoreFile) {
    const name = id(`restore-${newest.point.number}-file`);
    const about = { kind: 'restore', series, part: 'one file', stays: false, ...newest } as const;
    steps.push({ ...about, id: name, after, needs: after });
  }
  for (const kind of plan.keep === null ? [] : (tool?.adapter.retention ?? [])) {
    // Only the newest points are left, so all others must have been restored before.
    const before = steps.length > 0 ? steps.map((step) => step.id) : after;
    const needs = steps.filter(isRetention).map((step) => step.id);
    const about = { kind, series, keep: plan.keep as number };
    steps.push({ ...about, id: id(kind), after: before, needs: needs.length > 0 ? needs : after });
  }
  const all = steps.length > 0 ? steps.map((step) => step.id) : after;
  steps.push({ kind: 'remove', id: id('remove'), after: all, needs: [], series });
  return steps;
}

const isRetention = ({ kind }: Step): boolean =>
  (RETENTION_KINDS as readonly string[]).includes(kind);

/** The points to restore, each once: in a short series several names denote the same point. */
function restoredOf(plan: BenchPlan, { backups }: Series): readonly PlannedBackup[] {
  const first = backups[0] as PlannedBackup;
  const newest = backups.at(-1) as PlannedBackup;
  const meant = { newest, previous: backups.at(-2) ?? newest, oldest: first };
  const points = plan.restore.flatMap((which) => (which === 'one file' ? [] : meant[which]));
  return [...new Set(points)];
}

/**
 * A random topological order: repeatedly picks one of the steps whose predecessors are all done.
 */
function shuffled(steps: readonly Step[], seed: number, repetition: number): readonly Step[] {
  const draw = stream(seed, `steps.${repetition}`);
  const done = new Set<string>();
  const left = [...steps];
  const order: Step[] = [];
  while (left.length > 0) {
    const ready = left.filter(({ after }) => after.every((id) => done.has(id)));
    const next = ready[Math.floor(draw() * ready.length)];
    if (!next) throw new Error('steps wait for one another');
    left.splice(left.indexOf(next), 1);
    done.add(next.id);
    order.push(next);
  }
  return order;
}
