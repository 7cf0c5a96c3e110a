import type { StepOf } from '../step.ts';
import { adapterOf, type Bench, placeOf, targetOf } from './bench.ts';
import { invoke } from './invoke.ts';
import { measured } from './measured.ts';
import { type Found, failed } from './outcome.ts';
import { readThrough } from './read-through.ts';

/** A backup step: untimed preparation, the one timed call, then inspection of the result. */
export async function backUp(bench: Bench, step: StepOf<'backup'>): Promise<Found> {
  const { host, layout } = bench;
  const { series, point } = step;
  const adapter = adapterOf(bench, series);
  const place = placeOf(bench, series);
  const prepared = await invoke(bench, place.home, adapter.prepare(place, point));
  if (!prepared.ok) return failed(`before the backup: ${prepared.reason}`, prepared.said);
  const { called, ...around } = await measured(bench, {
    warm: () => readThrough(host, place.source),
    run: () => invoke(bench, place.home, [adapter.backup(place, point)]),
  });
  if (!called.ok)
    return { ...failed(called.reason ?? '', called.said), usage: called.usage, ...around };
  const inspect = adapter.inspect?.(place, point);
  const inspected = inspect ? await invoke(bench, place.home, [inspect]) : null;
  if (inspected && !inspected.ok)
    return failed(`after the backup: ${inspected.reason}`, inspected.said);
  const stored = await targetOf(bench, series).stored(layout.nameOf(series));
  const warnings = [
    ...(called.warned ? [`${adapter.title} ended with a warning${quoted(called.said)}`] : []),
    ...(stored.ok ? [] : [`what is stored cannot be told: ${stored.reason}`]),
  ];
  return {
    ...around,
    usage: called.usage,
    warnings,
    reported: adapter.reported(called.output, called.errors, inspected?.output ?? ''),
    stored: stored.ok ? stored.value : null,
    ...(called.warned && { said: called.said }),
  };
}

/** The last lines of a tool's output; the measurement holds more of them. */
const quoted = (said: string | null): string =>
  said ? `:\n${said.split('\n').slice(-3).join('\n')}` : '';
