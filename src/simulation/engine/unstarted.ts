import type { Protection } from './protection.ts';
import type { State } from './state.ts';
import { missWindow } from './window-outcomes.ts';

/** Counts a job that was due and did not begin; its night is missed. */
export function noteUnstarted(
  state: State,
  { windowOutcomes }: Protection,
  occurrence: number,
): void {
  state.unstarted++;
  missWindow(windowOutcomes, occurrence);
}

/** Counts what is still queued behind a job of the same protection when the horizon is over. */
export function giveUpQueued(state: State, protection: Protection): void {
  const group = state.strategy.groups[protection.policy.group];
  while (group && protection.nextTrigger < protection.dueTriggers) {
    noteUnstarted(state, protection, group.occurrences[protection.nextTrigger++] as number);
  }
}
