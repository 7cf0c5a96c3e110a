import type { Plan } from '../plan/plan.ts';
import type { Protection } from './protection.ts';

const DAY = 86400;

/** Source bytes that change per second, on the day in the middle of the horizon. */
export function changePerSecond({ start, end }: Plan, { sizes, size }: Protection): number {
  const middle = (start + end) / 2;
  return sizes.read(middle - DAY, 0, middle, 1, sizes.source(size, middle)) / DAY;
}
