import type { Plan } from '../plan/plan.ts';
import { sampleTimes } from '../plan/sample-times.ts';
import type { StoreAccount } from './accounts.ts';
import { recordLogsAndReplicas } from './logs-and-replicas.ts';
import type { State } from './state.ts';

/** Bytes in each store at evenly spaced instants. */
export interface Samples {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly bytes: Float64Array;
  next: number;
  /** The instant of the next sample. */
  due: number;
}

/** Samples of all stores, store by store with `count` values each, initially 0. */
export function newSamples(plan: Plan): Samples {
  const { step, count } = sampleTimes(plan);
  return {
    start: plan.start,
    step,
    count,
    bytes: new Float64Array(count * plan.stores.length),
    next: 0,
    due: plan.start + step,
  };
}

/** Takes all samples due up to and including an instant. */
export function sampleUpTo(
  samples: Samples,
  { accounts, logsAndReplicas, plan }: State,
  instant: number,
): void {
  const { sampled, booked } = logsAndReplicas;
  while (samples.next < samples.count && samples.due <= instant) {
    recordLogsAndReplicas(accounts, logsAndReplicas, samples.due, samples.due);
    for (let store = 0; store < accounts.stores.length; store++) {
      const { stored } = accounts.stores[store] as StoreAccount;
      samples.bytes[store * samples.count + samples.next] = stored;
      sampled[store] = (sampled[store] as number) + (booked[store] as number);
    }
    samples.next++;
    const next = samples.due + samples.step;
    recordLogsAndReplicas(
      accounts,
      logsAndReplicas,
      samples.due,
      samples.next < samples.count ? next : plan.end,
    );
    samples.due = samples.start + (samples.next + 1) * samples.step;
  }
  if (samples.next >= samples.count) samples.due = Infinity;
  if (instant === Infinity) recordLogsAndReplicas(accounts, logsAndReplicas, plan.end, plan.end);
}
