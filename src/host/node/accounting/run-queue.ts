import { readdirSync, readFileSync } from 'node:fs';
import type { Queue } from '../../scheduling.ts';
import { attempt } from '../fault.ts';
import { familyOf } from './family.ts';
import { lookOften } from './look-often.ts';

/** How long threads ran and waited for a core. */
export interface Scheduled {
  /** Seconds that all threads ran, together. */
  readonly ran: number;
  readonly queue: Queue;
}

const EVERY = 100;

/**
 * Samples for how long the threads of a process and its descendants ran and waited for a core,
 * first after 2 ms, then at intervals that double up to 0.1 s. What a thread did after the last
 * look at it is missed, and so are threads that lived between two looks. So these figures tell the
 * share of waiting better than its length.
 *
 * `stop` returns null where the kernel does not count waits.
 */
export function watchRunQueue(pid: number): { stop(): Scheduled | null } {
  const threads = new Map<string, readonly [ran: number, waited: number]>();
  const look = (): void => {
    for (const member of familyOf(pid)) {
      const tasks = attempt(() => readdirSync(`/proc/${member}/task`));
      for (const task of tasks.ok ? tasks.value : []) {
        const read = attempt(() =>
          readFileSync(`/proc/${member}/task/${task}/schedstat`, 'latin1'),
        );
        const figures = read.ok ? readSchedstat(read.value) : undefined;
        if (figures) threads.set(task, figures);
      }
    }
  };
  const end = lookOften(look, EVERY);
  return {
    stop() {
      end();
      return scheduled([...threads.values()]);
    },
  };
}

function scheduled(threads: readonly (readonly [number, number])[]): Scheduled | null {
  const ran = threads.reduce((sum, [seconds]) => sum + seconds, 0);
  const waits = threads.map(([, seconds]) => seconds);
  // A kernel that does not count gives zeros for all that ever ran.
  if (ran === 0) return null;
  const all = waits.reduce((sum, seconds) => sum + seconds, 0);
  return { ran, queue: { all, most: Math.max(...waits) } };
}

/**
 * Parses `/proc/<pid>/task/<tid>/schedstat`: nanoseconds that the thread ran, nanoseconds that it
 * waited for a core, and how often it ran.
 *
 * @example
 * readSchedstat('1500000000 250000000 12\n') // [1.5, 0.25]
 */
export function readSchedstat(text: string): readonly [ran: number, waited: number] | undefined {
  const [ran, waited] = text.split(' ').map(Number);
  if (ran === undefined || waited === undefined || Number.isNaN(ran + waited)) return undefined;
  return [ran / 1e9, waited / 1e9];
}
