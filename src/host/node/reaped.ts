import { readdirSync, readFileSync } from 'node:fs';
import type { Transfer } from '../host.ts';
import type { Outcome } from '../outcome.ts';
import { attempt } from './fault.ts';
import { listed } from './process-table.ts';

/** What children of this process took that have ended, together, with their own such children. */
export interface Reaped {
  /** Seconds; not a number where the system does not say. */
  readonly user: number;
  readonly system: number;
  /** Null where the system does not count. */
  readonly read: Transfer | null;
  readonly written: Transfer | null;
}

// What Linux calls USER_HZ, which is the same on all machines that Node runs on.
const TICKS = 100;

let known: Reaped | undefined;

/**
 * What was added since this was last asked for; about 0.3 ms. It changes only when a child has
 * ended and was waited for. So whoever asks whenever one ends is told what that one took, whatever
 * else runs meanwhile.
 */
export function newlyReaped(): Reaped {
  const before = known;
  known = reaped();
  return before ? between(before, known) : known;
}

function reaped(): Reaped {
  const self = listed('self');
  const moved = attempt(inherited);
  return {
    user: self ? self.childrenUser / TICKS : Number.NaN,
    system: self ? self.childrenSystem / TICKS : Number.NaN,
    read: moved.ok ? moved.value.read : null,
    written: moved.ok ? moved.value.written : null,
  };
}

const between = (before: Reaped, after: Reaped): Reaped => ({
  user: after.user - before.user,
  system: after.system - before.system,
  read: added(before.read, after.read),
  written: added(before.written, after.written),
});

const added = (before: Transfer | null, after: Transfer | null): Transfer | null =>
  before && after
    ? {
        // Threads of this process that are at work meanwhile could make these a little too small.
        bytes: Math.max(0, after.bytes - before.bytes),
        operations: Math.max(0, after.operations - before.operations),
        device: Math.max(0, after.device - before.device),
      }
    : null;

interface Moved {
  readonly read: Transfer;
  readonly written: Transfer;
}

/**
 * Linux counts for a process what its threads moved, and what its threads and children moved that
 * are gone. It tells the sum; what the living threads moved it tells of each.
 */
function inherited(): Moved {
  const all = counters('/proc/self/io');
  const threads = readdirSync('/proc/self/task').map(
    (thread): Outcome<Moved> =>
      // A thread that ends meanwhile has nothing to take away.
      attempt(() => counters(`/proc/self/task/${thread}/io`)),
  );
  return threads.reduce(
    (left, thread) =>
      thread.ok
        ? {
            read: minus(left.read, thread.value.read),
            written: minus(left.written, thread.value.written),
          }
        : left,
    all,
  );
}

const minus = (from: Transfer, part: Transfer): Transfer => ({
  bytes: from.bytes - part.bytes,
  operations: from.operations - part.operations,
  device: from.device - part.device,
});

function counters(path: string): Moved {
  const numbers = readFileSync(path, 'latin1').match(/\d+/g)?.map(Number) ?? [];
  const [readBytes = 0, writtenBytes = 0, reads = 0, writes = 0, fetched = 0, stored = 0] = numbers;
  return {
    read: { bytes: readBytes, operations: reads, device: fetched },
    written: { bytes: writtenBytes, operations: writes, device: stored },
  };
}
