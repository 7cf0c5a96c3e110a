import { sampleTimes } from '../plan/sample-times.ts';
import type { StoreAccount } from './accounts.ts';
import { noteDeletions, recordLogsAndReplicas } from './continuous/logs-and-replicas.ts';
import type { State } from './state.ts';

const DAY = 86400;

/** Bytes in each store at evenly spaced instants. */
export interface Samples {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly bytes: Float64Array;
  next: number;
  /** The instant of the next sample, and that at which something is to be done next. */
  nextAt: number;
  due: number;
}

/** Samples of all stores, store by store with `count` values each, initially 0. */
export function newSamples({ plan, logsAndReplicas }: State): Samples {
  const { step, count } = sampleTimes(plan);
  const nextAt = plan.start + step;
  return {
    start: plan.start,
    step,
    count,
    bytes: new Float64Array(count * plan.stores.length),
    next: 0,
    nextAt,
    due: Math.min(nextAt, logsAndReplicas.due),
  };
}

/**
 * Takes all samples due up to and including an instant. Logs and replicas are recorded each day,
 * however seldom that is sampled: what is full when must not hang on the length of the horizon.
 */
export function sampleUpTo(samples: Samples, state: State, instant: number): void {
  const { logsAndReplicas, plan } = state;
  while (samples.due <= instant && samples.due < Infinity) {
    const now = samples.due;
    if (samples.nextAt === now) {
      record(state, now, now);
      takeSample(samples, state);
    }
    if (logsAndReplicas.due === now) {
      noteDeletions(logsAndReplicas, plan, now);
      logsAndReplicas.due = now + DAY < plan.end ? now + DAY : Infinity;
      record(state, now, Math.min(now + DAY, plan.end));
    }
    samples.due = Math.min(samples.nextAt, logsAndReplicas.due);
  }
  if (instant < Infinity) return;
  noteDeletions(logsAndReplicas, plan, plan.end);
  record(state, plan.end, plan.end);
}

const record = ({ plan, accounts, logsAndReplicas }: State, from: number, until: number): void =>
  recordLogsAndReplicas(plan, accounts, logsAndReplicas, from, until);

function takeSample(samples: Samples, { accounts, logsAndReplicas }: State): void {
  const { sampled, booked } = logsAndReplicas;
  for (let store = 0; store < accounts.stores.length; store++) {
    const { stored } = accounts.stores[store] as StoreAccount;
    samples.bytes[store * samples.count + samples.next] = stored;
    sampled[store] = (sampled[store] as number) + (booked[store] as number);
  }
  samples.next++;
  const isOver = samples.next >= samples.count;
  samples.nextAt = isOver ? Infinity : samples.start + (samples.next + 1) * samples.step;
}
