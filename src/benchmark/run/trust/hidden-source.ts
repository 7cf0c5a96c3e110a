import type { Outcome } from '../../../host/host.ts';
import { type Bench, found, sourceOf } from '../bench.ts';

/** The parts of a run that hiding a source needs. */
type Hiding = Pick<Bench, 'host' | 'work' | 'layout' | 'plan'>;

/**
 * Does something while the tree of a dataset is not where its tools know it to be, so that a restore
 * cannot take from it. A directory of the user is never touched and stays.
 *
 * @returns a fault if the tree cannot be moved, or moved back.
 */
export async function withoutSource<T>(
  bench: Hiding,
  dataset: string,
  act: () => Promise<T>,
): Promise<Outcome<T>> {
  if (isOfUser(bench, dataset)) return { ok: true, value: await act() };
  const hidden = bench.layout.hiddenSource(dataset);
  const moved = bench.work.rename(sourceOf(bench, dataset), hidden);
  if (!moved.ok) return moved;
  let back: Outcome<void>;
  let value: T;
  try {
    value = await act();
  } finally {
    back = putBack(bench, dataset);
  }
  return back.ok ? { ok: true, value } : back;
}

/** Moves a tree back that is hidden, also by a run that was broken off. */
export function putBack(bench: Hiding, dataset: string): Outcome<void> {
  const { host, work, layout } = bench;
  const hidden = layout.hiddenSource(dataset);
  if (isOfUser(bench, dataset) || !host.files.lstat(hidden).ok) return DONE;
  // A tool may have put something in its place.
  const removed = work.remove(sourceOf(bench, dataset));
  return removed.ok ? work.rename(hidden, sourceOf(bench, dataset)) : removed;
}

const isOfUser = ({ plan }: Hiding, dataset: string): boolean =>
  found(plan.datasets, dataset).kind === 'directory';

const DONE: Outcome<void> = { ok: true, value: undefined };
