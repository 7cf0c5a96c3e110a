import type { CacheState } from '../../host/host.ts';
import type { Measurement } from '../measurement.ts';
import type { Bench } from './bench.ts';
import type { Called } from './invoke.ts';
import { loadBetween, settleCache } from './surroundings.ts';

/** What is timed, and what reads beforehand the files that it will read. */
export interface Timed {
  /** Null where they lie on another machine. */
  readonly warm: (() => Promise<void>) | null;
  readonly run: () => Promise<Called>;
}

/** Runs what is timed in the surroundings that the plan asks for, and says what they were. */
export async function measured(
  { host, plan }: Pick<Bench, 'host' | 'plan'>,
  { warm, run }: Timed,
): Promise<{ called: Called; cache: CacheState; load: Measurement['load'] }> {
  const cache = await settleCache(host, plan.cache, warm);
  const before = host.load();
  const called = await run();
  return { called, cache, load: loadBetween(before, host.load(), called.usage) };
}
