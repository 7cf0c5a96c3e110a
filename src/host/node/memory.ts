import { readFileSync } from 'node:fs';
import { familyOf } from './accounting/family.ts';
import { lookOften } from './accounting/look-often.ts';
import { attempt } from './fault.ts';

const EVERY = 50;
/** Smaller peaks are discarded: they come from a process that was seen while still starting up. */
const LEAST = 2 ** 20;

/**
 * Samples the peak memory of a process and its descendants, first after 2 ms, then at intervals
 * that double up to 50 ms. `stop` returns the largest peak of any one process in bytes, or null if
 * none was seen. Processes that start and end between two samples are missed.
 */
export function watchMemory(pid: number): { stop(): number | null } {
  let most: number | null = null;
  const look = (): void => {
    for (const member of familyOf(pid)) {
      const status = attempt(() => readFileSync(`/proc/${member}/status`, 'latin1'));
      const peak = status.ok ? /^VmHWM:\s*(\d+) kB$/m.exec(status.value)?.[1] : undefined;
      if (peak !== undefined) most = Math.max(most ?? 0, Number(peak) * 1024);
    }
  };
  const end = lookOften(look, EVERY);
  return {
    stop() {
      end();
      return most !== null && most >= LEAST ? most : null;
    },
  };
}
