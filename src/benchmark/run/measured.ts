import type { CacheState } from '../../host/host.ts';
import type { Measurement } from '../measurement.ts';
import type { Bench } from './bench.ts';
import type { Called } from './invoke.ts';
import { loadBetween, pressureBetween, settleCache } from './surroundings.ts';

/** A call to time, and a function that first reads the files it will read. */
export interface Timed {
  /** Null if those files are on another machine. */
  readonly warm: (() => Promise<void>) | null;
  readonly run: () => Promise<Called>;
}

/** Runs a timed call with the cache state that the plan asks for; returns its conditions too. */
export async function measured(
  { host, plan }: Pick<Bench, 'host' | 'plan'>,
  { warm, run }: Timed,
): Promise<{ called: Called; cache: CacheState } & Pick<Measurement, 'load' | 'pressure'>> {
  const cache = await settleCache(host, plan.cache, warm);
  const before = host.load();
  const called = await run();
  const after = host.load();
  return {
    called,
    cache,
    load: loadBetween(before, after, called.usage),
    pressure: pressureBetween(before, after),
  };
}
