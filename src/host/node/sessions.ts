import { setTimeout } from 'node:timers/promises';
import { type Listed, membersOf, signal } from './process-table.ts';

/** Seconds between asking a program to end and ending it. */
export const GRACE = 5;

const LOOK = 50;

/**
 * Asks all processes of a session to end.
 * @param but one that ends by itself when the others do.
 */
export function askToEnd(session: number, but?: number): void {
  const members = membersOf(session);
  // Without a list of processes there is still the group of the first.
  if (members.length === 0) signal(-session, 'SIGTERM');
  for (const { pid } of members) if (pid !== but) signal(pid, 'SIGTERM');
}

/** Ends all processes of a session at once, also those that are made meanwhile. */
export function endSession(session: number): void {
  const reported = new Set<number>();
  for (;;) {
    const more = membersOf(session).filter(({ pid }) => !reported.has(pid));
    if (more.length === 0) return;
    for (const { pid } of more) {
      signal(pid, 'SIGKILL');
      reported.add(pid);
    }
  }
}

/** Ends processes that are no children of this one: asks them first, and waits for them. */
export async function endInOrder(living: () => readonly Listed[]): Promise<void> {
  for (const { pid } of living()) signal(pid, 'SIGTERM');
  for (let waited = 0; waited < GRACE * 1000 && living().length > 0; waited += LOOK) {
    await setTimeout(LOOK);
  }
  for (const { pid } of living()) signal(pid, 'SIGKILL');
  // The system takes a moment to clear them away, and much longer where a device does not answer.
  for (let waited = 0; waited < 1000 && living().length > 0; waited += LOOK) {
    await setTimeout(LOOK);
  }
}
