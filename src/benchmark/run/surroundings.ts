import type { CacheState, Host, Load, Pressure, Usage } from '../../host/host.ts';
import type { Measurement } from '../measurement.ts';
import type { Cache } from '../plan.ts';

/**
 * Brings the page cache into the state that a plan asks for, as far as the system allows.
 *
 * @param warm reads the files that the step will read; null if they are on another machine.
 */
export async function settleCache(
  host: Host,
  cache: Cache,
  warm: (() => Promise<void>) | null,
): Promise<CacheState> {
  if (cache === 'as it is') return { state: 'uncontrolled', because: 'the plan asks for no state' };
  // Dropped even if the files are remote, because the tool keeps local files too.
  const dropped = cache === 'cold' ? await host.dropCaches() : null;
  if (!warm) return { state: 'uncontrolled', because: 'what is read lies on another machine' };
  if (dropped) return dropped;
  await warm();
  return { state: 'warm', by: 'read before' };
}

/** The machine's load during a step, apart from the step's own `usage`. */
export function loadBetween(before: Load, after: Load, usage: Usage): Measurement['load'] {
  const total = after.total - before.total;
  const share = (seconds: number): number | null =>
    total > 0 && Number.isFinite(seconds) ? Math.min(1, Math.max(0, seconds / total)) : null;
  const busy = total - (after.idle - before.idle) - (after.steal - before.steal);
  return {
    before: before.average,
    others: share(busy - usage.user - usage.system),
    stolen: share(after.steal - before.steal),
  };
}

/** Waits of all programs during a step; null where the system does not count them. */
export function pressureBetween(before: Load, after: Load): Measurement['pressure'] {
  const [from, to] = [before.pressure, after.pressure];
  if (!from || !to) return null;
  const between = (resource: keyof Pressure) => ({
    some: Math.max(0, to[resource].some - from[resource].some),
    full: Math.max(0, to[resource].full - from[resource].full),
  });
  return { cpu: between('cpu'), io: between('io'), memory: between('memory') };
}
