import { setTimeout } from 'node:timers/promises';

/**
 * Waits until something holds, however long that takes on a busy machine: what never comes is ended
 * by the timeout that all tests have.
 *
 * @example
 * await until(() => existsSync(file));
 */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(10);
}
