import type { State } from '../../../src/simulation/engine/state.ts';
import { unaccounted } from './every-event.ts';

/** What is left to do in a state in which all is to be over, in words. */
export function unsettled(state: State): string | null {
  const { busy, waiting, sharing, accounts, protections } = state;
  if (busy !== 0) return `${busy} jobs are under way`;
  if (waiting !== 0) return `${waiting} jobs wait for their turn`;
  const moving = sharing.active.reduce((sum, group) => sum + group.members, 0);
  if (moving !== 0) return `${moving} flows go on`;
  const taken = protections.reduce((sum, { chain }) => sum + chain.written, 1);
  const held = accounts.stores.findIndex(({ inFlight }) => Math.abs(inFlight) > 1e-12 * taken);
  if (held >= 0) return `store ${held} still has room set apart`;
  return unaccounted(state);
}

/**
 * Lets nothing fail from an instant on: jobs no longer fail by chance. Called after each event, it
 * says in words what fails all the same. Only where no window cuts jobs off, and stores are unbounded.
 */
export function faultsEndAt(instant: number): (state: State) => string | null {
  let before = Number.NaN;
  return ({ base, now, protections }) => {
    if (base + now < instant) return null;
    const failed = protections.reduce((sum, one) => sum + one.failed, 0);
    if (Number.isNaN(before)) {
      before = failed;
      for (const one of protections) Object.assign(one, { failure: 0 });
    }
    return failed > before ? `${failed - before} jobs failed when nothing could` : null;
  };
}
