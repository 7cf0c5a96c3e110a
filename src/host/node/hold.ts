import { type BigIntStats, closeSync, constants, existsSync, fstatSync, openSync } from 'node:fs';
import type { Outcome } from '../outcome.ts';

/**
 * A file, directory or link itself, held fast: whatever its name comes to stand for, `at` leads to
 * it and to what is in it. To be let go by whoever took hold.
 */
export interface Held {
  readonly at: Buffer;
  readonly facts: BigIntStats;
  release(): void;
}

// Linux opens a mere handle without any right to read, and lends it a path. Elsewhere the name has
// to do, looked at once more; nobody but this process should be at work there meanwhile.
const BY_HANDLE = process.platform === 'linux' && existsSync('/proc/self/fd');
const O_PATH = 0o10000000;
const HANDLE = (BY_HANDLE ? O_PATH : constants.O_NONBLOCK) | constants.O_NOFOLLOW;

/**
 * Takes hold of what a path names; follows no link at its end.
 * @throws what the system says.
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

/** Does something to what a path names, while it is held. */
export function holding<T>(path: Buffer, act: (held: Held) => Outcome<T>): Outcome<T> {
  const held = hold(path);
  try {
    return act(held);
  } finally {
    held.release();
  }
}
