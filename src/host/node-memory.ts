import { readdirSync, readFileSync } from 'node:fs';
import { attempt } from './fault.ts';

const EVERY = 50;

/**
 * Looks every 50 ms at how much memory a process and its descendants have held, until it is
 * stopped; then says the most that one of them held, in bytes, or null where the system says
 * nothing. What lives and dies between two looks is not seen.
 */
export function watchMemory(pid: number): { stop(): number | null } {
  let most: number | null = null;
  const look = (): void => {
    for (const one of family(pid)) {
      const status = attempt(() => readFileSync(`/proc/${one}/status`, 'latin1'));
      const peak = status.ok ? /^VmHWM:\s*(\d+) kB$/m.exec(status.value)?.[1] : undefined;
      if (peak !== undefined) most = Math.max(most ?? 0, Number(peak) * 1024);
    }
  };
  look();
  const timer = setInterval(look, EVERY).unref();
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

/** A process and all below it; children belong to the thread that made them. */
function family(pid: number): readonly number[] {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`));
  if (!threads.ok) return [];
  const children = threads.value.flatMap((thread) => {
    const read = attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1'));
    return read.ok ? (read.value.match(/\d+/g) ?? []) : [];
  });
  return [pid, ...children.flatMap((child) => family(Number(child)))];
}
