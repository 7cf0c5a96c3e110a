import { resolve } from 'node:path';
import type { Files } from '../../host/host.ts';
import { ProblemsFound, visible } from '../../problem.ts';
import { compareTrees } from '../manifest/compare.ts';
import { describeDifference } from '../manifest/difference.ts';
import { readTree } from '../manifest/read-tree.ts';
import type { Measurement } from '../measurement.ts';
import type { StepOf } from '../step.ts';
import type { Kept } from '../tools/tool.ts';
import { adapterOf, type Bench, placeOf, sourceOf } from './bench.ts';
import { COMPARED_BY } from './compared-by.ts';
import { invoke } from './invoke.ts';
import { measured } from './measured.ts';
import { type Found, failed } from './outcome.ts';
import { readThrough } from './read-through.ts';
import { savedManifest } from './saved-manifest.ts';

/** Restores a point into an empty folder and compares it with its generation of the dataset. */
export async function restore(bench: Bench, step: StepOf<'restore'>): Promise<Found> {
  const { work, layout, host } = bench;
  const { series, point } = step;
  const adapter = adapterOf(bench, series);
  const place = placeOf(bench, series);
  const into = layout.restored(series, point);
  const emptied = work.remove(into);
  const made = emptied.ok ? work.makeDirectory(into) : emptied;
  if (!made.ok) return failed(`there is no folder to restore into: ${made.reason}`);
  const points = series.backups.map((backup) => backup.point);
  const { repository } = place;
  const { called, ...around } = await measured(bench, {
    warm: repository.kind === 'local' ? () => readThrough(host, repository.path) : null,
    run: () => invoke(bench, place.home, adapter.restore(place, point, into, points)),
    writes: into,
  });
  const { ok, reason, said, usage } = called;
  const found: Found = { ...around, usage };
  let compared: Measurement['compared'] = null;
  try {
    const root = adapter.restored(place, into);
    if (ok) compared = await compare(bench, step, adapter.keeps(repository.kind), root);
  } finally {
    // Removed at once unless a later step reads it: the restore may have filled the disk.
    if (!step.stays || compared?.differences !== 0) work.remove(into);
  }
  if (!compared) return { ...found, ...failed(reason ?? '', said) };
  if (compared.differences === 0) return { ...found, compared };
  const why = `what came back differs from the source in ${compared.differences} points`;
  return { ...found, compared, ...failed(`${why}${doubtOf(bench, series.dataset)}`) };
}

/**
 * A hint for the user's own directories, which may change during a backup; generated ones cannot.
 */
const doubtOf = ({ plan }: Bench, dataset: string): string =>
  plan.datasets.find(({ name }) => name === dataset)?.kind === 'directory'
    ? '; the directory may have changed while it was backed up: name a snapshot of it'
    : '';

/** Number of differences listed in a measurement. */
const MOST_NAMED = 20;

async function compare(
  bench: Bench,
  { series, generation }: StepOf<'restore'>,
  keeps: Kept,
  root: string,
): Promise<NonNullable<Measurement['compared']>> {
  const { host, layout } = bench;
  const { repetition, dataset } = series;
  refuseLinked(host.files, root);
  const name = { repetition, dataset, generation, method: COMPARED_BY };
  const expected = savedManifest(host.files, layout.manifest(name));
  const restored = await readTree(host, root, COMPARED_BY);
  const differences = compareTrees(expected, restored.entries, keeps);
  return {
    entries: expected.length,
    bytes: expected.reduce((sum, { size }) => sum + size, 0),
    differences: differences.length,
    first: differences.slice(0, MOST_NAMED).map(describeDifference),
    notCompared: Object.entries(keeps).flatMap(([what, kept]) => (kept ? [] : [what])),
  };
}

/** Refuses a link in place of the restored tree, as it may lead to the source itself. */
function refuseLinked(files: Files, root: string): void {
  const real = files.realPath(root);
  if (!real.ok || real.value === resolve(root)) return;
  const message = `what came back is a link to ${visible(real.value)}`;
  throw new ProblemsFound([{ path: '', message, hint: 'see to what the tool has stored' }]);
}

/**
 * Reads a restored tree again, using the step's method. The tree stays until its series is removed,
 * so that a run interrupted at the end of this step can repeat it.
 */
export async function verify(bench: Bench, step: StepOf<'verify'>): Promise<Found> {
  const { layout, host, self } = bench;
  const { series, point, generation, method } = step;
  const place = placeOf(bench, series);
  const into = layout.restored(series, point);
  const root = adapterOf(bench, series).restored(place, into);
  const { repetition, dataset } = series;
  const manifest = layout.manifest({ repetition, dataset, generation, method });
  const [program = '', ...first] = self;
  const args =
    method === 'bytes'
      ? ['compare', sourceOf(bench, dataset), root]
      : ['digest', '--method', method, '--manifest', manifest, root];
  const { called, ...around } = await measured(bench, {
    warm: async () => {
      if (method === 'bytes') await readThrough(host, sourceOf(bench, dataset));
      await readThrough(host, root);
    },
    run: () => invoke(bench, place.home, [{ program, args: [...first, 'engine', ...args] }]),
    writes: null,
  });
  const { ok, reason, said, usage } = called;
  return { ...around, usage, ...(!ok && failed(reason ?? '', said)) };
}
