import type { Series } from '../plan/workload.ts';

/** Interpolates the size in a measured history linearly; without states it is the first size. */
export function interpolated({ times, sizes }: Series) {
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
