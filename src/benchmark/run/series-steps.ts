import type { StepOf } from '../step.ts';
import { adapterOf, type Bench, placeOf, targetOf } from './bench.ts';
import { wallAlone } from './combined-usage.ts';
import { homeOf, invoke } from './invoke.ts';
import { measured } from './measured.ts';
import { type Found, failed } from './outcome.ts';
import { readThrough } from './read-through.ts';
import { growthIn } from './recorded/growth.ts';

/** Makes the home and the empty repository of a series. */
export async function initialise(bench: Bench, step: StepOf<'init'>): Promise<Found> {
  const { work, layout } = bench;
  const { series } = step;
  for (const folder of homeOf(bench, layout.seriesHome(series)).folders) {
    const made = work.makeDirectory(folder);
    if (!made.ok) return failed(`its home cannot be made: ${made.reason}`);
  }
  const ready = await targetOf(bench, series).makeSeries(layout.nameOf(series));
  if (!ready.ok) return failed(`its place in the target cannot be made: ${ready.reason}`);
  const place = placeOf(bench, series);
  const called = await invoke(bench, place.home, adapterOf(bench, series).init(place));
  const { usage } = called;
  if (!called.ok) return { ...failed(called.reason ?? '', called.said), usage };
  return { usage, ...(await growthIn(bench, step)) };
}

/** Runs a tool's own check of its repository. */
export async function check(bench: Bench, { series }: StepOf<'check'>): Promise<Found> {
  const adapter = adapterOf(bench, series);
  const place = placeOf(bench, series);
  const points = series.backups.map(({ point }) => point);
  const invocations = adapter.check?.(place, points) ?? [];
  const { repository, source } = place;
  // Some tools compare the repository with the source, so both are read.
  const warm = async (stored: string): Promise<void> => {
    await readThrough(bench.host, source);
    await readThrough(bench.host, stored);
  };
  const { called, ...around } = await measured(bench, {
    warm: repository.kind === 'local' ? () => warm(repository.path) : null,
    run: () => invoke(bench, place.home, invocations),
    writes: null,
    target: targetOf(bench, series),
  });
  const { ok, reason, said, usage } = called;
  return { ...around, usage, ...(!ok && failed(reason ?? '', said)) };
}

/** Removes everything that a series has made; timed as a whole, as no single program does it. */
export async function remove(bench: Bench, { series }: StepOf<'remove'>): Promise<Found> {
  const { work, layout, host } = bench;
  const from = host.clock.elapsed();
  const gone = await targetOf(bench, series).removeSeries(layout.nameOf(series));
  const usage = wallAlone(host.clock.elapsed() - from);
  const tidied = work.remove(layout.folder(series));
  if (!gone.ok) return failed(`its repository cannot be removed: ${gone.reason}`);
  return tidied.ok ? { usage } : failed(`its folder cannot be removed: ${tidied.reason}`);
}
