import { setImmediate } from 'node:timers/promises';
import { removeTemporaries } from './write.ts';

/** Shell exit codes of programs ended by a signal: 128 + signal number. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;
type Ending = keyof typeof CODES;

const SIGNALS = Object.keys(CODES) as readonly Ending[];

let active = 0;

/**
 * See `Host.heedingSignals`. A handler replaces the system's default, which ends the program at
 * once, and runs only when the event loop turns. During a long computation or a blocking open of a
 * FIFO, Ctrl-C would have no effect. So the handlers are installed only while asynchronous work
 * runs.
 */
export async function heedingSignals<T>(work: () => Promise<T>): Promise<T> {
  if (active++ === 0) for (const signal of SIGNALS) process.on(signal, exitOnSignal);
  try {
    return await work();
  } finally {
    // libuv delivers noted signals in the loop's next full turn, and only to handlers still
    // installed.
    await setImmediate();
    await setImmediate();
    if (--active === 0) for (const signal of SIGNALS) process.off(signal, exitOnSignal);
  }
}

function exitOnSignal(signal: NodeJS.Signals): never {
  removeTemporaries();
  if (process.stderr.isTTY) process.stderr.write('\n');
  process.exit(CODES[signal as Ending]);
}
