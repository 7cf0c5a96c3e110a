import { posix } from 'node:path';
import type { Host } from '../host/host.ts';
import type { Checked, Problem } from '../problem.ts';
import type { BenchPlan, DatasetPlan } from './plan.ts';
import { planFile } from './targets/secret.ts';

/**
 * Finds the directories that a plan names: relative to the plan's folder, `~/` being the home. All
 * links are resolved, since some tools would back up a link in place of what it leads to. Programs that
 * change them must be there.
 */
export function placeDatasets(host: Host, plan: BenchPlan, folder: string): Checked<BenchPlan> {
  const problems: Problem[] = [];
  const datasets = plan.datasets.map((dataset): DatasetPlan => {
    if (dataset.kind === 'made') return dataset;
    const real = host.files.realPath(planFile(host, folder, dataset.path));
    const facts = real.ok ? host.files.lstat(real.value) : real;
    if (real.ok && facts.ok && facts.value.kind === 'directory') {
      const placed = { ...dataset, path: real.value };
      problems.push(...missingProgram(host, placed));
      return placed;
    }
    const why = facts.ok ? 'it is no directory' : facts.reason;
    problems.push({
      path: `datasets.${dataset.name}.directory`,
      message: `${dataset.path} cannot be backed up: ${why}`,
      hint: "name a directory that is there, from the plan's own folder or in full",
    });
    return dataset;
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...plan, datasets } };
}

function missingProgram(
  host: Host,
  { name, path, next }: Extract<DatasetPlan, { kind: 'directory' }>,
): Problem[] {
  const [program] = next ?? [];
  if (program === undefined) return [];
  // It is run in the directory.
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
