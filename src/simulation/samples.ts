import type { StoreBook } from './books.ts';
import type { Plan } from './plan.ts';
import type { State } from './state.ts';

const DAY = 86400;
/** About as many moments as a chart can show. */
const MOST = 400;

/** What lies in each store at evenly spaced instants. */
export interface Samples {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly bytes: Float64Array;
  next: number;
  /** The instant of the next sample. */
  due: number;
}

/** Sample instants: whole days apart, or once at the end of what is shorter than a day. */
export function sampleTimes({ start, end }: Plan): { step: number; count: number } {
  const days = DAY * Math.max(1, Math.ceil((end - start) / DAY / MOST));
  const step = Math.min(days, end - start);
  return { step, count: Math.max(1, Math.floor((end - start) / step)) };
}

/** Room for the bytes of all stores, store by store; each holds `count` samples, still 0. */
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

/** Notes what lies in the stores for all sample instants up to and with this one. */
export function sampleUpTo(samples: Samples, { books }: State, instant: number): void {
  while (samples.next < samples.count && samples.due <= instant) {
    for (let store = 0; store < books.stores.length; store++) {
      const { stored } = books.stores[store] as StoreBook;
      samples.bytes[store * samples.count + samples.next] = stored;
    }
    samples.next++;
    samples.due = samples.start + (samples.next + 1) * samples.step;
  }
  if (samples.next >= samples.count) samples.due = Infinity;
}
