import type { Protection } from './protection.ts';
import type { State } from './state.ts';
import { missWindow } from './window-outcomes.ts';

/** Counts a job that came due but never started; its window occurrence is missed. */
export function noteUnstarted(
  state: State,
  { windowOutcomes }: Protection,
  occurrence: number,
): void {
  state.unstarted++;
  missWindow(windowOutcomes, occurrence);
}

/** Counts the triggers that are still queued at the end of the horizon. */
export function giveUpQueued(state: State, protection: Protection): void {
  const group = state.strategy.groups[protection.policy.group];
  while (group && protection.nextTrigger < protection.dueTriggers) {
    noteUnstarted(state, protection, group.occurrences[protection.nextTrigger++] as number);
  }
}
