import type { RetentionKind } from '../retention.ts';
import type { StepOf } from '../step.ts';
import { adapterOf, type Bench, localPath, placeOf, targetOf } from './bench.ts';
import { invoke } from './invoke.ts';
import { measured } from './measured.ts';
import { type Found, failed } from './outcome.ts';
import { readThrough } from './read-through.ts';
import { growthIn } from './recorded/growth.ts';

/** Has a tool let go of old points, and looks at what is left. */
export async function retain(bench: Bench, step: StepOf<RetentionKind>): Promise<Found> {
  const adapter = adapterOf(bench, step.series);
  const place = placeOf(bench, step.series);
  const path = localPath(place);
  const called = adapter.retain?.(place, step.kind, step.keep);
  if (!called) throw new Error(`${adapter.title} has no ${step.kind}`);
  const { called: ran, ...around } = await measured(bench, {
    warm: path === null ? null : () => readThrough(bench.host, path),
    run: () => invoke(bench, place.home, [called]),
    writes: path,
    target: targetOf(bench, step.series),
  });
  const { ok, reason, said, usage } = ran;
  if (!ok) return { ...around, usage, ...failed(reason ?? '', said) };
  return { ...around, usage, ...(await growthIn(bench, step)) };
}
