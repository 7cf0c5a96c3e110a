import type { StepOf } from '../step.ts';
import { adapterOf, type Bench, placeOf } from './bench.ts';
import { invoke } from './invoke.ts';
import { measured } from './measured.ts';
import { type Found, failed } from './outcome.ts';
import { readThrough } from './read-through.ts';

/** Makes a series' home and its empty repository. */
export async function initialise(bench: Bench, { series }: StepOf<'init'>): Promise<Found> {
  const { work, layout, targets } = bench;
  const made = work.makeDirectory(layout.home(series));
  if (!made.ok) return failed(`its home cannot be made: ${made.reason}`);
  const ready = await targets.get(series.target)?.make(layout.nameOf(series));
  if (ready && !ready.ok) return failed(ready.reason);
  const place = placeOf(bench, series);
  const called = await invoke(bench, place.home, adapterOf(bench, series).init(place));
  return called.ok ? {} : failed(called.reason ?? '', called.said);
}

/** Lets a tool check its repository with its own means. */
export async function check(bench: Bench, { series }: StepOf<'check'>): Promise<Found> {
  const adapter = adapterOf(bench, series);
  const place = placeOf(bench, series);
  const points = series.backups.map(({ point }) => point);
  const invocations = adapter.check?.(place, points) ?? [];
  const { repository } = place;
  const { called, ...around } = await measured(bench, {
    warm: repository.kind === 'local' ? () => readThrough(bench.host, repository.path) : null,
    run: () => invoke(bench, place.home, invocations),
  });
  const { ok, reason, said, usage } = called;
  return { ...around, usage, ...(!ok && failed(reason ?? '', said)) };
}

/** Removes all that a series has made. */
export async function remove(bench: Bench, { series }: StepOf<'remove'>): Promise<Found> {
  const { work, layout, targets } = bench;
  const gone = await targets.get(series.target)?.remove(layout.nameOf(series));
  const tidied = work.remove(layout.folder(series));
  if (gone && !gone.ok) return failed(`its repository cannot be removed: ${gone.reason}`);
  return tidied.ok ? {} : failed(`its folder cannot be removed: ${tidied.reason}`);
}
