import type { Usage } from '../../host/host.ts';
import type { StepOf } from '../step.ts';
import type { Reported } from '../tools/tool.ts';
import { adapterOf, type Bench, localPath, placeOf, targetOf } from './bench.ts';
import { invoke } from './invoke.ts';
import { measured } from './measured.ts';
import { type Found, failed } from './outcome.ts';
import { readThrough } from './read-through.ts';
import { changeOf, datasetOf } from './recorded/change-of.ts';
import { growthIn } from './recorded/growth.ts';
import { takenOver } from './recorded/taken-over.ts';

/** A backup step: untimed preparation, the one timed call, then inspection of the result. */
export async function backUp(bench: Bench, step: StepOf<'backup'>): Promise<Found> {
  const { host } = bench;
  const { series, point } = step;
  const adapter = adapterOf(bench, series);
  const place = placeOf(bench, series);
  const prepared = await invoke(bench, place.home, adapter.prepare(place, point));
  if (!prepared.ok) return failed(`before the backup: ${prepared.reason}`, prepared.said);
  const { called, ...around } = await measured(bench, {
    warm: () => readThrough(host, place.source),
    run: () => invoke(bench, place.home, [adapter.backup(place, point)]),
    writes: localPath(place),
    target: targetOf(bench, series),
  });
  if (!called.ok)
    return { ...failed(called.reason ?? '', called.said), usage: called.usage, ...around };
  const inspect = adapter.inspect?.(place, point);
  const inspected = inspect ? await invoke(bench, place.home, [inspect]) : null;
  if (inspected && !inspected.ok)
    return failed(`after the backup: ${inspected.reason}`, inspected.said);
  const { warnings, ...growth } = await growthIn(bench, step);
  const reported = adapter.reported(called.output, called.errors, inspected?.output ?? '');
  return {
    ...around,
    usage: called.usage,
    warnings: [
      ...(called.warned ? [`${adapter.title} ended with a warning${quoted(called.said)}`] : []),
      ...warnings,
    ],
    reported: credible(bench, step, reported, called.usage.read),
    ...growth,
    ...(called.warned && { said: called.said }),
  };
}

/** What a tool reports, without what the bytes that it read contradict. */
function credible(
  bench: Bench,
  step: StepOf<'backup'>,
  reported: Reported,
  read: Usage['read'],
): Reported {
  const { change } = changeOf(bench, step);
  const source = datasetOf(bench, step)?.source ?? null;
  const start = bench.journal.done.get(`${step.series.id}/init`)?.usage?.read?.bytes ?? 0;
  const unchanged = takenOver(reported.unchanged, { source, change, read, start });
  return { ...reported, unchanged };
}

/** The last lines of a tool's output; the measurement holds more of them. */
const quoted = (said: string | null): string =>
  said ? `:\n${said.split('\n').slice(-3).join('\n')}` : '';
