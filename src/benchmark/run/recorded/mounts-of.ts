import type { Host, WorkDirectory } from '../../../host/host.ts';
import type { Opening } from '../../measurement.ts';
import type { BenchPlan } from '../../plan.ts';

interface Placed {
  readonly host: Pick<Host, 'mount'>;
  readonly work: Pick<WorkDirectory, 'path'>;
  readonly plan: Pick<BenchPlan, 'datasets' | 'targets'>;
}

/** The file systems of datasets and targets; null for what lies on another machine. */
export function mountsOf({ host, work, plan }: Placed): Opening['mounts'] {
  const datasets = plan.datasets.map((dataset) => {
    const path = dataset.kind === 'directory' ? dataset.path : work.path;
    return [dataset.name, host.mount(path)];
  });
  const targets = plan.targets.map(({ name, kind }) => [
    name,
    kind === 'local' ? host.mount(work.path) : null,
  ]);
  return { datasets: Object.fromEntries(datasets), targets: Object.fromEntries(targets) };
}
