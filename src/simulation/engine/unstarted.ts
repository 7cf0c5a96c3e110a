import type { Guard } from './protection.ts';
import type { State } from './state.ts';
import { missNight } from './window-outcomes.ts';

/** Counts a job that was due and did not begin; its night is missed. */
export function noteUnstarted(state: State, { nights }: Guard, night: number): void {
  state.unstarted++;
  missNight(nights, night);
}

/** Counts what is still queued behind a job of the same protection when the horizon is over. */
export function giveUpQueued(state: State, guard: Guard): void {
  const group = state.strategy.groups[guard.policy.group];
  while (group && guard.nextTrigger < guard.dueTriggers) {
    noteUnstarted(state, guard, group.nights[guard.nextTrigger++] as number);
  }
}
