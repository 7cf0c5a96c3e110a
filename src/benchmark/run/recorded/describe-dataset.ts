import { basesOf } from '../../bases.ts';
import type { Entry } from '../../manifest/entry.ts';
import type { ChangeRecord } from '../../records/source.ts';
import { bytesChangedWithin, openSums, writeBlockSums } from '../../shape/block-sums.ts';
import { changeBetween, type TreeChange } from '../../shape/change-between.ts';
import { type Content, contentOf } from '../../shape/content-of.ts';
import { shapeOf } from '../../shape/tree-shape.ts';
import type { StepOf } from '../../step.ts';
import { type Bench, sourceOf } from '../bench.ts';
import { COMPARED_BY } from '../compared-by.ts';
import { type Found, failed } from '../outcome.ts';
import { savedManifest } from '../saved-manifest.ts';

/**
 * What a dataset is like in a generation, and what differs from each generation that a backup of
 * the plan builds on.
 *
 * @param entries its listing, with digests.
 */
export async function describeDataset(
  bench: Bench,
  step: StepOf<'dataset'>,
  entries: readonly Entry[],
): Promise<Found> {
  const { host, work, layout, plan } = bench;
  const root = sourceOf(bench, step.dataset);
  const bases = basesOf(plan, step.dataset, step.generation);
  const summed = await writeBlockSums(host, work, { root, entries, to: layout.blocks(step) });
  if (!summed.ok) return failed(`its checksums cannot be written: ${summed.reason}`);
  const sample = (files: readonly Entry[]): Promise<Content> =>
    contentOf(
      host,
      root,
      files.map(({ path }) => path),
      plan.seed,
    );
  const content = await sample(entries.filter(({ kind }) => kind === 'file'));
  const changes: ChangeRecord[] = [];
  for (const since of bases) {
    const before = since === null ? null : manifestOf(bench, { ...step, generation: since });
    const change = changeBetween(before, entries);
    const fresh = filesToRead(change);
    changes.push({
      since,
      ...recordOf(change),
      read: fresh.reduce((sum, { size }) => sum + size, 0),
      within: before === null ? 0 : changedWithin(bench, step, { since, before, entries, change }),
      content: since === null ? content : await sample(fresh),
    });
  }
  return { source: shapeOf(entries), content, changes };
}

/** Files that a tool has to read, as they are new, changed, or under another name. */
const filesToRead = ({ added, changed, renamed }: TreeChange): readonly Entry[] => [
  ...added,
  ...changed.map(({ after }) => after),
  ...renamed,
];

const recordOf = (change: TreeChange) => ({
  added: change.added.length,
  changed: change.changed.length,
  renamed: change.renamed.length,
  removed: change.removed.length,
  folders: change.folders,
  beside: change.filesBeside,
});

const manifestOf = (
  { host, layout }: Bench,
  { repetition, dataset, generation }: StepOf<'dataset'>,
): readonly Entry[] =>
  savedManifest(
    host.files,
    layout.manifest({ repetition, dataset, generation, method: COMPARED_BY }),
  );

interface Compared {
  readonly since: number | null;
  readonly before: readonly Entry[];
  readonly entries: readonly Entry[];
  readonly change: TreeChange;
}

function changedWithin(
  { host, layout }: Bench,
  step: StepOf<'dataset'>,
  { since, before, entries, change }: Compared,
): number | null {
  const old = openSums(host.files, layout.blocks({ ...step, generation: since ?? 0 }));
  const now = openSums(host.files, layout.blocks(step));
  try {
    if (!old || !now) return null;
    const [was, is] = [
      { entries: before, sums: old },
      { entries, sums: now },
    ];
    return bytesChangedWithin(was, is, change.changed);
  } finally {
    old?.close();
    now?.close();
  }
}
