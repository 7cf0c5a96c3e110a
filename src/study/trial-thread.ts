import { extname } from 'node:path';
import { workerData } from 'node:worker_threads';
import type { Plan } from '../simulation/plan/plan.ts';
import { calendarOf } from '../units/calendar.ts';
import { type Block, type BlockOptions, playBlock } from './blocks.ts';
import type { Figures } from './figures.ts';

/**
 * Module and function that worker threads run, for `Host.threads`. The module is named, since a
 * bundle has this text in another file beside it.
 */
export const TRIAL_THREAD = {
  module: new URL(`trial-thread${extname(import.meta.url)}`, import.meta.url),
  task: 'play',
} as const;

/** Data sent to each thread once: the plan without its calendar, which cannot be cloned. */
interface Shared extends BlockOptions {
  readonly plan: Omit<Plan, 'calendar'>;
  readonly zone: string;
}

/**
 * The plan and the options in a form that can be sent to a thread.
 *
 * @example
 * host.threads({ ...TRIAL_THREAD, count: 4, shared: sharedOf(plan, { seed: 1, unbounded: false }) })
 */
export const sharedOf = (
  { calendar, ...plan }: Plan,
  { seed, unbounded }: BlockOptions,
): Shared => ({ plan, zone: calendar.zone, seed, unbounded });

let received: { readonly plan: Plan; readonly options: BlockOptions } | null = null;

/** Simulates a block of the plan that this thread received. */
export function play(block: Block): Figures[] {
  received ??= restored(workerData as Shared);
  return inOneBuffer(playBlock(received.plan, received.options, block));
}

function restored({ plan, zone, ...options }: Shared) {
  return { plan: { ...plan, calendar: calendarOf(zone, plan.start, plan.end) }, options };
}

/** Moves all series, the bulk of the figures, into one buffer, which is cloned in one piece. */
function inOneBuffer(figures: readonly Figures[]): Figures[] {
  const all = new Float64Array(figures.reduce((sum, { series }) => sum + series.length, 0));
  let end = 0;
  return figures.map((one) => {
    const from = end;
    end += one.series.length;
    all.set(one.series, from);
    return { ...one, series: all.subarray(from, end) };
  });
}
