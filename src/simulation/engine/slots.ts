import { firstKey, newQueue, type Queue } from '../sharing/queue.ts';

/** How many more jobs a site or a store can take at once; Infinity where nothing limits them. */
export interface Slots {
  free: number;
}

/** Those who wait for so many turns at the same site and the same store, first come, first served. */
export interface SlotQueue {
  readonly site: Slots;
  readonly store: Slots;
  readonly drives: number;
  readonly waiting: Queue;
}

/** All turns of a site or a store are free. */
export const newSlots = ({ jobs }: { readonly jobs: number }): Slots => ({ free: jobs });

/** A line in which nobody waits yet. */
export const newSlotQueue = (site: Slots, store: Slots, drives: number): SlotQueue => ({
  site,
  store,
  drives,
  waiting: newQueue(),
});

/** Whether the site and the store of a line can take one more job. */
export const hasSlot = ({ site, store, drives }: SlotQueue): boolean =>
  site.free >= 1 && store.free >= drives;

/** Takes (-1) or gives back (1) a job's turn at its site and its store. */
export function takeSlot({ site, store, drives }: SlotQueue): void {
  site.free--;
  store.free -= drives;
}

/** Frees the slots of a job that has ended, at its site and at its store. */
export function releaseSlot({ site, store, drives }: SlotQueue): void {
  site.free++;
  store.free += drives;
}

/** Of the lines whose turn it is the one in which the oldest waits, or null. */
export function nextQueue(slotQueues: readonly SlotQueue[]): SlotQueue | null {
  let next: SlotQueue | null = null;
  let oldest = Infinity;
  for (let i = 0; i < slotQueues.length; i++) {
    const slotQueue = slotQueues[i] as SlotQueue;
    const arrival = firstKey(slotQueue.waiting);
    if (arrival >= oldest || !hasSlot(slotQueue)) continue;
    next = slotQueue;
    oldest = arrival;
  }
  return next;
}
