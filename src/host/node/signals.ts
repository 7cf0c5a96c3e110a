import { setImmediate } from 'node:timers/promises';
import { removeTemporaries } from './write.ts';

/** Shell exit codes of programs ended by a signal: 128 + signal number. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;
type Ending = keyof typeof CODES;

const SIGNALS = Object.keys(CODES) as readonly Ending[];

let active = 0;

/** What is still to be said before a signal ends the program. */
const endings = new Set<() => void>();

/**
 * See `Host.heedingSignals`. A handler replaces the system's default, which ends the program at
 * once, and runs only when the event loop turns. During a long computation or a blocking open of a
 * FIFO, Ctrl-C would have no effect. So the handlers are installed only while asynchronous work
 * runs.
 */
export async function heedingSignals<T>(work: () => Promise<T>, ending?: () => void): Promise<T> {
  if (active++ === 0) for (const signal of SIGNALS) process.on(signal, exitOnSignal);
  if (ending) endings.add(ending);
  try {
    return await work();
  } finally {
    // libuv delivers noted signals in the loop's next full turn, and only to handlers still
    // installed.
    await setImmediate();
    await setImmediate();
    if (ending) endings.delete(ending);
    if (--active === 0) for (const signal of SIGNALS) process.off(signal, exitOnSignal);
  }
}

function exitOnSignal(signal: NodeJS.Signals): never {
  removeTemporaries();
  if (process.stderr.isTTY) process.stderr.write('\n');
  try {
    for (const ending of endings) ending();
  } finally {
    process.exit(CODES[signal as Ending]);
  }
}
