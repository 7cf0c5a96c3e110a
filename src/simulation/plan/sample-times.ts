import type { Plan } from './plan.ts';

const DAY = 86400;
/** About as many moments as a chart can show. */
const MOST = 400;

/** Sample instants: whole days apart, or once at the end of what is shorter than a day. */
export function sampleTimes({ start, end }: Plan): { step: number; count: number } {
  const days = DAY * Math.max(1, Math.ceil((end - start) / DAY / MOST));
  const step = Math.min(days, end - start);
  return { step, count: Math.max(1, Math.floor((end - start) / step)) };
}
