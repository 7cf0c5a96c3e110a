import type { Guard } from './guard.ts';
import type { State } from './state.ts';

/** Whether the site and the store of a job can take one more. */
export function isTurn({ siteFree, storeFree }: State, { site, policy }: Guard): boolean {
  return (siteFree[site] as number) >= 1 && (storeFree[policy.store] as number) >= 1;
}

/** Takes (-1) or gives back (1) a job's turn at its site and its store. */
export function takeTurn(
  { siteFree, storeFree }: State,
  { site, policy }: Guard,
  by: -1 | 1,
): void {
  siteFree[site] = (siteFree[site] as number) + by;
  storeFree[policy.store] = (storeFree[policy.store] as number) + by;
}
