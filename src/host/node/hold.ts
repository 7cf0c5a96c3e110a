import { type BigIntStats, closeSync, constants, existsSync, fstatSync, openSync } from 'node:fs';
import type { Outcome } from '../outcome.ts';

/**
 * An open handle to a file, directory or link. The path `at` leads to the same object even if its
 * name is replaced meanwhile. The caller releases it.
 */
export interface Held {
  readonly at: Buffer;
  readonly facts: BigIntStats;
  release(): void;
}

// Linux can open a handle (O_PATH) without read permission and gives it a path in /proc. Other
// systems fall back to the name itself, so there no other process may change the directory
// meanwhile.
const BY_HANDLE = process.platform === 'linux' && existsSync('/proc/self/fd');
const O_PATH = 0o10000000;
const HANDLE = (BY_HANDLE ? O_PATH : constants.O_NONBLOCK) | constants.O_NOFOLLOW;

/**
 * Opens a handle to the object a path names; does not follow a link at its end.
 *
 * @throws the system's error.
 */
function hold(path: Buffer): Held {
  const descriptor = openSync(path, constants.O_RDONLY | HANDLE);
  try {
    return {
      at: BY_HANDLE ? Buffer.from(`/proc/self/fd/${descriptor}`) : path,
      facts: fstatSync(descriptor, { bigint: true }),
      release: () => closeSync(descriptor),
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** Calls `act` with a handle to the object a path names, and releases the handle afterwards. */
export function holding<T>(path: Buffer, act: (held: Held) => Outcome<T>): Outcome<T> {
  const held = hold(path);
  try {
    return act(held);
  } finally {
    held.release();
  }
}
