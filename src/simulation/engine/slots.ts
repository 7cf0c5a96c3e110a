import { firstKey, newQueue, type Queue } from '../sharing/queue.ts';

/** Free job slots of a site or a store; Infinity: no limit. */
export interface Slots {
  free: number;
}

/** Jobs that wait for one slot at a site and `drives` slots at a store, in order of arrival. */
export interface SlotQueue {
  readonly site: Slots;
  readonly store: Slots;
  readonly drives: number;
  readonly waiting: Queue;
}

/** All slots of a site or a store, free. */
export const newSlots = ({ jobs }: { readonly jobs: number }): Slots => ({ free: jobs });

/** An empty slot queue. */
export const newSlotQueue = (site: Slots, store: Slots, drives: number): SlotQueue => ({
  site,
  store,
  drives,
  waiting: newQueue(),
});

/** Whether the site and the store have the free slots for one more job of this queue. */
export const hasSlot = ({ site, store, drives }: SlotQueue): boolean =>
  site.free >= 1 && store.free >= drives;

/** Takes the slots of a job that starts, at its site and at its store. */
export function takeSlot({ site, store, drives }: SlotQueue): void {
  site.free--;
  store.free -= drives;
}

/** Frees the slots of a job that has ended, at its site and at its store. */
export function releaseSlot({ site, store, drives }: SlotQueue): void {
  site.free++;
  store.free += drives;
}

/** The queue with the oldest job among those that have free slots; null if there is none. */
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
