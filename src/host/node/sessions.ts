import { setTimeout } from 'node:timers/promises';
import { type Listed, membersOf, signal } from './process-table.ts';

/** Seconds between SIGTERM and SIGKILL. */
export const GRACE = 5;

const LOOK = 50;

/**
 * Sends SIGTERM to all processes of a session.
 *
 * @param but a process to skip, because it ends by itself when the others do.
 */
export function askToEnd(session: number, but?: number): void {
  const members = membersOf(session);
  // Without a process list, signal the leader's process group.
  if (members.length === 0) signal(-session, 'SIGTERM');
  for (const { pid } of members) if (pid !== but) signal(pid, 'SIGTERM');
}

/** Sends SIGKILL to all processes of a session, including any that are started meanwhile. */
export function endSession(session: number): void {
  const signalled = new Set<number>();
  for (;;) {
    const more = membersOf(session).filter(({ pid }) => !signalled.has(pid));
    if (more.length === 0) return;
    for (const { pid } of more) {
      signal(pid, 'SIGKILL');
      signalled.add(pid);
    }
  }
}

/** Ends processes that are not children of this one: SIGTERM, a grace period, then SIGKILL. */
export async function endInOrder(living: () => readonly Listed[]): Promise<void> {
  for (const { pid } of living()) signal(pid, 'SIGTERM');
  for (let waited = 0; waited < GRACE * 1000 && living().length > 0; waited += LOOK) {
    await setTimeout(LOOK);
  }
  for (const { pid } of living()) signal(pid, 'SIGKILL');
  // The kernel takes a moment to clear them away, and much longer if a device does not respond.
  for (let waited = 0; waited < 1000 && living().length > 0; waited += LOOK) {
    await setTimeout(LOOK);
  }
}
