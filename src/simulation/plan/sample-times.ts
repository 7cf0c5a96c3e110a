import type { Plan } from './plan.ts';

const DAY = 86400;
/** Largest number of samples: about the resolution of a chart. */
const MOST = 400;

/** Sample interval, in whole days, and count; a horizon shorter than a day has one at its end. */
export function sampleTimes({ start, end }: Plan): { step: number; count: number } {
  const days = DAY * Math.max(1, Math.ceil((end - start) / DAY / MOST));
  const step = Math.min(days, end - start);
  return { step, count: Math.max(1, Math.floor((end - start) / step)) };
}
