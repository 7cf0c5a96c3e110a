import { resolve } from 'node:path';
import type { Files } from '../../host/host.ts';
import { ProblemsFound, visible } from '../../problem.ts';
import { compareTrees } from '../manifest/compare.ts';
import { describeDifference } from '../manifest/difference.ts';
import type { Entry } from '../manifest/entry.ts';
import { readTree } from '../manifest/read-tree.ts';
import type { Measurement } from '../measurement.ts';
import type { StepOf } from '../step.ts';
import type { Kept } from '../tools/tool.ts';
import { adapterOf, type Bench, localPath, placeOf, sourceOf, targetOf } from './bench.ts';
import { COMPARED_BY } from './compared-by.ts';
import { invoke } from './invoke.ts';
import { measured } from './measured.ts';
import { type Found, failed } from './outcome.ts';
import { readThrough } from './read-through.ts';
import { savedManifest } from './saved-manifest.ts';
import { withoutSource } from './trust/hidden-source.ts';
import { wantedOf } from './wanted.ts';

/**
 * Restores a point, or one file of it, into an empty folder and compares it with its generation of
 * the dataset.
 */
export async function restore(bench: Bench, step: StepOf<'restore'>): Promise<Found> {
  const { work, layout, host } = bench;
  const { series, point, part } = step;
  const adapter = adapterOf(bench, series);
  const place = placeOf(bench, series);
  const wanted = wantedOf(step, { adapter, place }, expectedOf(bench, step));
  if (!wanted) return failed('no file has a name that every tool takes as it is');
  const into = layout.restored(series, point, part);
  const emptied = work.remove(into);
  const made = emptied.ok ? work.makeDirectory(into) : emptied;
  if (!made.ok) return failed(`there is no folder to restore into: ${made.reason}`);
  const stored = localPath(place);
  const restored = await withoutSource(bench, series.dataset, () =>
    measured(bench, {
      warm: stored === null ? null : () => readThrough(host, stored),
      run: () => invoke(bench, place.home, wanted.calls(into)),
      writes: into,
      target: targetOf(bench, series),
    }),
  );
  if (!restored.ok) return failed(`the source cannot be put out of reach: ${restored.reason}`);
  const { called, ...around } = restored.value;
  const { ok, reason, said, usage } = called;
  const found: Found = { ...around, usage, ...(wanted.source && { source: wanted.source }) };
  let compared: Measurement['compared'] = null;
  try {
    const keeps = adapter.keeps(place.repository.kind);
    const root = adapter.restored(place, into);
    if (ok) compared = await compare(bench, { ...wanted, part, keeps, root });
  } finally {
    // Removed at once unless a later step reads it: the restore may have filled the disk.
    if (!step.stays || compared?.differences !== 0) work.remove(into);
  }
  if (!compared) return { ...found, ...failed(reason ?? '', said) };
  if (compared.differences === 0) return { ...found, compared };
  const why = `what came back differs from the source in ${compared.differences} points`;
  return { ...found, compared, ...failed(`${why}${doubtOf(bench, series.dataset)}`) };
}

/** The listing of the generation that a point holds. */
function expectedOf({ host, layout }: Bench, step: StepOf<'restore'>): readonly Entry[] {
  const { repetition, dataset } = step.series;
  const name = { repetition, dataset, generation: step.generation, method: COMPARED_BY };
  return savedManifest(host.files, layout.manifest(name));
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

interface Comparison extends Pick<StepOf<'restore'>, 'part'> {
  readonly expected: readonly Entry[];
  readonly keeps: Kept;
  readonly root: string;
}

async function compare(
  { host }: Bench,
  { expected, keeps, root, part }: Comparison,
): Promise<NonNullable<Measurement['compared']>> {
  refuseLinked(host.files, root);
  const { entries } = await readTree(host, root, COMPARED_BY);
  // Of one file, the folders that it lies in come back too, with times and modes of their own.
  const restored =
    part === 'one file' ? entries.filter(({ kind }) => kind !== 'directory') : entries;
  const differences = compareTrees(expected, restored, keeps);
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
  const into = layout.restored(series, point, 'all');
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
    target: null,
  });
  const { ok, reason, said, usage } = called;
  return { ...around, usage, ...(!ok && failed(reason ?? '', said)) };
}
