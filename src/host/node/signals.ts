import { setImmediate } from 'node:timers/promises';
import { removeTemporaries } from './write.ts';

/** Exit codes as shells give them to programs that a signal ended: 128 and the signal's number. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;
type Ending = keyof typeof CODES;

const SIGNALS = Object.keys(CODES) as readonly Ending[];

let works = 0;

/**
 * See `Host.heedingSignals`. A listener takes the place of the system's own answer, which is to end
 * the program at once, and is called only when the event loop turns: during a long computation, or
 * while the opening of a FIFO waits, Ctrl-C would be dead. So listeners are there only meanwhile.
 */
export async function heedingSignals<T>(work: () => Promise<T>): Promise<T> {
  if (works++ === 0) for (const signal of SIGNALS) process.on(signal, leave);
  try {
    return await work();
  } finally {
    // Signals are noted by libuv and told in the loop's next full turn, if somebody still listens.
    await setImmediate();
    await setImmediate();
    if (--works === 0) for (const signal of SIGNALS) process.off(signal, leave);
  }
}

function leave(signal: NodeJS.Signals): never {
  removeTemporaries();
  if (process.stderr.isTTY) process.stderr.write('\n');
  process.exit(CODES[signal as Ending]);
}
