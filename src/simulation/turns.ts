import type { Guard } from './guard.ts';

/** How many more jobs a site or a store can take at once; Infinity where nothing limits them. */
export interface Turns {
  free: number;
}

export const newTurns = ({ jobs }: { readonly jobs: number }): Turns => ({ free: jobs });

/** Whether the site and the store of a job can take one more. */
export const isTurn = ({ siteTurns, storeTurns }: Guard): boolean =>
  siteTurns.free >= 1 && storeTurns.free >= 1;

/** Takes (-1) or gives back (1) a job's turn at its site and its store. */
export function takeTurn({ siteTurns, storeTurns }: Guard, by: -1 | 1): void {
  siteTurns.free += by;
  storeTurns.free += by;
}
