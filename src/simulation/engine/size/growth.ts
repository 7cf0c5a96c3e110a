import { SIZE } from '../../../units/dimensions.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Series, WorkloadPlan } from '../../plan/workload.ts';

const DAY = 86400;
/** A drawn loss is limited so that something is left. */
const LEAST_GROWTH = -0.999;
/** No draw lets a workload grow beyond what a scenario may state, nor its factor overflow. */
const [, LARGEST] = SIZE.range;
const MOST_GROWTH = 1e280;

/** The source size over time, and the bytes per second that are appended to it. */
export function growthOf(plan: Plan, { growth, change }: WorkloadPlan, values: Float64Array) {
  if (change.kind === 'series') return { source: interpolated(change.series), appended: 0 };
  switch (growth.kind) {
    case 'none':
      return { source: (first: number) => first, appended: 0 };
    case 'append': {
      const appended = values[growth.rate] as number;
      const source = (first: number, time: number) =>
        Math.min(LARGEST, first + appended * (time - plan.start));
      return { source, appended };
    }
    case 'share': {
      const perPeriod = Math.max(LEAST_GROWTH, (values[growth.rate] as number) * growth.period);
      // Compounds by the stated period; only whole days count, as in the published calculators.
      const perDay = Math.log1p(perPeriod) * (DAY / growth.period);
      // Cache of the last day and its factor: most jobs of a night are on the same day.
      const last = new Float64Array([0, 1]);
      const source = (first: number, time: number): number => {
        const days = Math.floor((time - plan.start) / DAY);
        if (days !== last[0]) {
          last[0] = days;
          last[1] = Math.min(MOST_GROWTH, Math.exp(perDay * days));
        }
        return Math.min(LARGEST, first * (last[1] as number));
      };
      return { source, appended: 0 };
    }
  }
}

/** Interpolates the size in a measured history linearly; without states it is the first size. */
function interpolated({ times, sizes }: Series) {
  return (first: number, time: number): number => between(times, sizes, time) ?? first;
}

/** Bytes added or changed from the first state to an instant, interpolated linearly. */
export function cumulative({ times, changed }: Series) {
  let sum = 0;
  const sums = changed.map((bytes) => {
    sum += bytes;
    return sum;
  });
  return (time: number): number => between(times, sums, time) ?? 0;
}

function between(
  times: readonly number[],
  values: readonly number[],
  time: number,
): number | undefined {
  let low = 0;
  let high = times.length - 1;
  if (high < 0) return undefined;
  if (time <= (times[0] as number)) return values[0];
  if (time >= (times[high] as number)) return values[high];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= time) low = middle;
    else high = middle;
  }
  const [t0, t1] = [times[low] as number, times[high] as number];
  const share = (time - t0) / (t1 - t0);
  return (values[low] as number) * (1 - share) + (values[high] as number) * share;
}
