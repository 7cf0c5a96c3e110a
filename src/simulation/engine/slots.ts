import { firstKey, newQueue, type Queue } from '../sharing/queue.ts';

/** How many more jobs a site or a store can take at once; Infinity where nothing limits them. */
export interface Turns {
  free: number;
}

/** Those who wait for so many turns at the same site and the same store, first come, first served. */
export interface Line {
  readonly site: Turns;
  readonly store: Turns;
  readonly drives: number;
  readonly waiting: Queue;
}

/** All turns of a site or a store are free. */
export const newTurns = ({ jobs }: { readonly jobs: number }): Turns => ({ free: jobs });

/** A line in which nobody waits yet. */
export const newLine = (site: Turns, store: Turns, drives: number): Line => ({
  site,
  store,
  drives,
  waiting: newQueue(),
});

/** Whether the site and the store of a line can take one more job. */
export const isTurn = ({ site, store, drives }: Line): boolean =>
  site.free >= 1 && store.free >= drives;

/** Takes (-1) or gives back (1) a job's turn at its site and its store. */
export function takeTurn({ site, store, drives }: Line, by: -1 | 1): void {
  site.free += by;
  store.free += by * drives;
}

/** Of the lines whose turn it is the one in which the oldest waits, or null. */
export function nextLine(lines: readonly Line[]): Line | null {
  let next: Line | null = null;
  let oldest = Infinity;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const came = firstKey(line.waiting);
    if (came >= oldest || !isTurn(line)) continue;
    next = line;
    oldest = came;
  }
  return next;
}
