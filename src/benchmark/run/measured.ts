import type { CacheState, RelayTraffic } from '../../host/host.ts';
import type { Measurement } from '../measurement.ts';
import type { Target } from '../targets/target.ts';
import { sshTraffic } from '../tools/ssh-traffic.ts';
import type { Bench } from './bench.ts';
import { flushed, settleWrites } from './flush.ts';
import type { Called } from './invoke.ts';
import { loadBetween, pressureBetween, settleCache } from './surroundings.ts';

/** A call to time, and what surrounds it. */
export interface Timed {
  /** Reads the files that the call will read; null if those are on another machine. */
  readonly warm: (() => Promise<void>) | null;
  readonly run: () => Promise<Called>;
  /** A path in the file system that it writes to; null for none, and for one elsewhere. */
  readonly writes: string | null;
  /** The target that it uses; null for none. */
  readonly target: Pick<Target, 'traffic'> | null;
}

/** The conditions of a timed call. */
type Around = { readonly cache: CacheState } & Pick<
  Measurement,
  'wire' | 'requests' | 'flush' | 'load' | 'pressure'
>;

/**
 * Runs a timed call with the cache state that the plan asks for, when what was written before is on
 * the device; returns its conditions too. What the call has written is written out after its end,
 * and timed apart.
 */
export async function measured(
  bench: Pick<Bench, 'host' | 'plan' | 'work'>,
  { warm, run, writes, target }: Timed,
): Promise<{ readonly called: Called } & Around> {
  const { host, plan } = bench;
  await settleWrites(bench);
  const cache = await settleCache(host, plan.cache, warm);
  const passed = target?.traffic() ?? null;
  const before = host.load();
  const called = await run();
  const after = host.load();
  const moved = passed && movedSince(passed, target?.traffic() ?? passed);
  const load = loadBetween(before, after, called.usage);
  const pressure = pressureBetween(before, after);
  const flush = await flushed(bench, writes, before.dirty);
  const wire = moved ? { sent: moved.sent, received: moved.received } : sshTraffic(called.errors);
  return { called, cache, wire, requests: moved?.requests ?? null, flush, load, pressure };
}

const movedSince = (before: RelayTraffic, after: RelayTraffic): RelayTraffic => ({
  requests: after.requests - before.requests,
  sent: after.sent - before.sent,
  received: after.received - before.received,
});
