import type { Run } from '../../src/simulation/aftermath/run.ts';
import type { State } from '../../src/simulation/engine/state.ts';
import type { Plan } from '../../src/simulation/plan/plan.ts';
import { type Play, runOf } from './played.ts';

/** A run, and the state in which it ended. */
export interface Captured {
  readonly run: Run;
  readonly state: State;
}

/**
 * Plays one strategy and keeps its last state, whose chains and histories no result holds.
 *
 * @throws where nothing ever happens.
 */
export function captured(plan: Plan, play: Play = {}): Captured {
  let last: State | null = null;
  const run = runOf(plan, {
    ...play,
    watch: (state) => {
      last = state;
      play.watch?.(state);
    },
  });
  if (!last) throw new Error('nothing happened');
  return { run, state: last };
}
