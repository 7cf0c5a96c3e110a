import type { Host } from '../host/host.ts';
import type { Checked, Problem } from '../problem.ts';
import type { BenchPlan, DatasetPlan } from './plan.ts';
import { planFile } from './targets/secret.ts';

/**
 * Finds the directories that a plan names: relative to the plan's folder, `~/` being the home. All
 * links are resolved, since some tools would back up a link in place of what it leads to.
 */
export function placeDatasets(host: Host, plan: BenchPlan, folder: string): Checked<BenchPlan> {
  const problems: Problem[] = [];
  const datasets = plan.datasets.map((dataset): DatasetPlan => {
    if (dataset.kind === 'made') return dataset;
    const real = host.files.realPath(planFile(host, folder, dataset.path));
    const facts = real.ok ? host.files.lstat(real.value) : real;
    if (real.ok && facts.ok && facts.value.kind === 'directory') {
      return { ...dataset, path: real.value };
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
