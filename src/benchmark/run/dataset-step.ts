import { followTree } from '../datasets/follow-tree.ts';
import { makeGeneration } from '../datasets/make-generation.ts';
import { readTree } from '../manifest/read-tree.ts';
import type { StepOf } from '../step.ts';
import type { VerifyMethod } from '../verify-method.ts';
import { type Bench, found, sourceOf } from './bench.ts';
import { COMPARED_BY } from './compared-by.ts';
import { invoke } from './invoke.ts';
import { type Found, failed } from './outcome.ts';
import { describeDataset } from './recorded/describe-dataset.ts';
import { saveManifest } from './saved-manifest.ts';

/** Brings a dataset to a generation, saves manifests of its content, and describes it. */
export async function makeDataset(bench: Bench, step: StepOf<'dataset'>): Promise<Found> {
  const { host, work, layout, plan } = bench;
  const { dataset, repetition, generation } = step;
  const root = sourceOf(bench, dataset);
  const made = await advance(bench, step, root);
  if (made.outcome === 'failed') return made;
  let described: Found = {};
  for (const method of new Set<VerifyMethod>([COMPARED_BY, ...plan.verify])) {
    if (method === 'bytes') continue;
    const tree = await readTree(host, root, method);
    const file = layout.manifest({ repetition, dataset, generation, method });
    const written = saveManifest(work, file, method, tree.entries);
    if (!written.ok) return failed(`its manifest cannot be written: ${written.reason}`);
    if (method === COMPARED_BY) described = await describeDataset(bench, step, tree.entries);
    if (described.outcome === 'failed') return described;
  }
  return { ...made, ...described };
}

async function advance(bench: Bench, step: StepOf<'dataset'>, root: string): Promise<Found> {
  const { host, work, layout, plan } = bench;
  const declared = found(plan.datasets, step.dataset);
  if (declared.kind === 'made') {
    const site = { work, at: root, yieldNow: host.yieldNow };
    const wanted = { recipe: declared.recipe, seed: plan.seed, generation: step.generation };
    const truth = await makeGeneration(site, wanted);
    return truth.ok ? { truth: truth.value } : failed(truth.reason);
  }
  if (declared.kind === 'snapshots') {
    const from = declared.paths[step.generation] ?? '';
    const followed = await followTree(host, { work, from, at: root });
    return followed.ok ? {} : failed(`the snapshot ${from} cannot be copied: ${followed.reason}`);
  }
  const [program, ...args] = declared.next ?? [];
  if (program === undefined || step.generation === 0) return {};
  const called = await invoke(bench, layout.home, [{ program, args, cwd: root }]);
  return called.ok ? {} : failed(`the change of the dataset: ${called.reason}`, called.said);
}
