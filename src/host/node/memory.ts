import { readFileSync } from 'node:fs';
import { familyOf } from './accounting/family.ts';
import { attempt } from './fault.ts';

const FIRST = 2;
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
  let timer = setTimeout(lookAgain, FIRST, FIRST).unref();
  function lookAgain(after: number): void {
    look();
    const next = Math.min(EVERY, 2 * after);
    timer = setTimeout(lookAgain, next, next).unref();
  }
  return {
    stop() {
      clearTimeout(timer);
      return most !== null && most >= LEAST ? most : null;
    },
  };
}
