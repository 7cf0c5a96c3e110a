import { readdirSync, readFileSync } from 'node:fs';
import { attempt } from './fault.ts';

const FIRST = 2;
const EVERY = 50;
/** No program holds less once its libraries are loaded: it was seen while it was being started. */
const LEAST = 2 ** 20;

/**
 * Looks at how much memory a process and its descendants have held, at first after 2 ms and then
 * ever more seldom, up to every 50 ms, until it is stopped; then says the most that one of them
 * held, in bytes, or null where nothing was seen. What lives and dies between two looks is missed.
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
