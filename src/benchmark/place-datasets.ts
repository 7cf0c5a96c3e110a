import { posix } from 'node:path';
import type { Host } from '../host/host.ts';
import type { Checked, Problem } from '../problem.ts';
import type { BenchPlan, DatasetPlan, SnapshotsDataset } from './plan.ts';
import { planFile } from './plan-file.ts';
import { generationsOf } from './series.ts';

/**
 * Resolves the directories of a plan, relative to the plan's folder; `~/` is the home directory.
 * Links are resolved, because some tools would back up a link instead of its target. Also checks
 * that the programs which change a dataset exist.
 */
export function placeDatasets(host: Host, plan: BenchPlan, folder: string): Checked<BenchPlan> {
  const problems: Problem[] = [];
  const placed = (path: string, field: string): string => {
    const real = host.files.realPath(planFile(host, folder, path));
    const facts = real.ok ? host.files.lstat(real.value) : real;
    if (real.ok && facts.ok && facts.value.kind === 'directory') return real.value;
    problems.push({
      path: field,
      message: `${path} cannot be backed up: ${facts.ok ? 'it is no directory' : facts.reason}`,
      hint: "name a directory that is there, from the plan's own folder or in full",
    });
    return path;
  };
  const datasets = plan.datasets.map((dataset): DatasetPlan => {
    const field = `datasets.${dataset.name}.${dataset.kind}`;
    if (dataset.kind === 'made') return dataset;
    if (dataset.kind === 'snapshots') {
      problems.push(...tooFew(dataset, plan, field));
      const paths = dataset.paths.map((path, index) => placed(path, `${field}[${index}]`));
      return { ...dataset, paths };
    }
    const resolved = { ...dataset, path: placed(dataset.path, field) };
    if (problems.at(-1)?.path !== field) problems.push(...missingProgram(host, resolved));
    return resolved;
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...plan, datasets } };
}

function tooFew({ paths }: SnapshotsDataset, { levels }: BenchPlan, path: string): Problem[] {
  const needed = 1 + Math.max(...generationsOf(levels));
  if (paths.length >= needed) return [];
  return [
    {
      path,
      message: `has ${paths.length} of the ${needed} snapshots that the levels need`,
      hint: 'name one for each level but `unchanged`, or take fewer levels',
    },
  ];
}

function missingProgram(
  host: Host,
  { name, path, next }: Extract<DatasetPlan, { kind: 'directory' }>,
): Problem[] {
  const [program] = next ?? [];
  if (program === undefined) return [];
  // The program runs in the dataset's directory.
  const sought = program.includes('/') ? posix.resolve(path, program) : program;
  if (host.processes.find(sought) !== undefined) return [];
  return [
    {
      path: `datasets.${name}.next[0]`,
      message: `there is no program ${program} that could be run`,
      hint: 'name one that is found in PATH, or write the whole path',
    },
  ];
}
