import type { Host } from '../host/host.ts';
import { truthOf } from './datasets/truth.ts';
import type { Extent, Extents } from './extent.ts';
import { readTree } from './manifest/read-tree.ts';
import type { BenchPlan, DatasetPlan } from './plan.ts';
import { generationsOf } from './series.ts';

/**
 * The extents of a plan's datasets: computed for generated ones, measured by a walk for the user's
 * directories, which are taken as they are now.
 *
 * @throws ProblemsFound if a directory cannot be read.
 */
export async function extentsOf(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  plan: BenchPlan,
): Promise<Extents> {
  const last = Math.max(...generationsOf(plan.levels));
  const extents = new Map<string, readonly Extent[]>();
  for (const dataset of plan.datasets)
    extents.set(dataset.name, await of(host, dataset, plan, last));
  return extents;
}

async function of(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  dataset: DatasetPlan,
  { seed }: BenchPlan,
  last: number,
): Promise<readonly Extent[]> {
  const generations = Array.from({ length: last + 1 }, (_, generation) => generation);
  if (dataset.kind === 'made') {
    return generations.map((generation) => {
      const { files, bytes, written, ...did } = truthOf(dataset.recipe, seed, generation);
      // Most tools copy changed files as a whole. The share is doubled, as file sizes differ.
      const share = (did.changed + did.added + did.renamed) / Math.max(1, files);
      return { files, bytes, written: Math.max(written, Math.min(1, 2 * share) * bytes) };
    });
  }
  if (dataset.kind === 'directory') {
    const extent = await walked(host, dataset.path);
    return generations.map(() => extent);
  }
  const extents: Extent[] = [];
  for (const path of dataset.paths.slice(0, last + 1)) extents.push(await walked(host, path));
  return extents;
}

/** The extent of an existing tree; all of it may be new. */
async function walked(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  path: string,
): Promise<Extent> {
  const { entries } = await readTree(host, path, null);
  const files = entries.filter(({ kind }) => kind === 'file');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { files: files.length, bytes, written: bytes };
}
