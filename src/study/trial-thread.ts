import { workerData } from 'node:worker_threads';
import type { Plan } from '../simulation/plan/plan.ts';
import { calendarOf } from '../units/calendar.ts';
import { type Block, type BlockOptions, playBlock } from './blocks.ts';
import type { Figures } from './figures.ts';

/** This module and the function of it that threads are to call, for `Host.threads`. */
export const TRIAL_THREAD = { module: new URL(import.meta.url), task: 'play' } as const;

/** What each thread gets once: a plan as it can be copied, its calendar by the name of the zone. */
interface Shared extends BlockOptions {
  readonly plan: Omit<Plan, 'calendar'>;
  readonly zone: string;
}

/**
 * The plan and how it is to be played, as it can be sent to a thread.
 *
 * @example
 * host.threads({ ...TRIAL_THREAD, count: 4, shared: sharedOf(plan, { seed: 1, unbounded: false }) })
 */
export const sharedOf = (
  { calendar, ...plan }: Plan,
  { seed, unbounded }: BlockOptions,
): Shared => ({ plan, zone: calendar.zone, seed, unbounded });

let here: { readonly plan: Plan; readonly options: BlockOptions } | null = null;

/** Plays a block of the plan that this thread was given. */
export function play(block: Block): Figures[] {
  here ??= given(workerData as Shared);
  return besideEachOther(playBlock(here.plan, here.options, block));
}

function given({ plan, zone, ...options }: Shared) {
  return { plan: { ...plan, calendar: calendarOf(zone, plan.start, plan.end) }, options };
}

/** Puts all series, the bulk of the figures, into one array, which is then copied as one. */
function besideEachOther(figures: readonly Figures[]): Figures[] {
  const all = new Float64Array(figures.reduce((sum, { series }) => sum + series.length, 0));
  let end = 0;
  return figures.map((one) => {
    const from = end;
    end += one.series.length;
    all.set(one.series, from);
    return { ...one, series: all.subarray(from, end) };
  });
}
