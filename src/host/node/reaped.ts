import { readdirSync, readFileSync } from 'node:fs';
import type { Transfer } from '../host.ts';
import type { Outcome } from '../outcome.ts';
import { attempt } from './fault.ts';
import { listed } from './process-table.ts';

/**
 * Total resource usage of this process's children that have ended, including their own such
 * children.
 */
export interface Reaped {
  /** Processor seconds; NaN if the system does not report them. */
  readonly user: number;
  readonly system: number;
  /** Null if the system does not count transfers. */
  readonly read: Transfer | null;
  readonly written: Transfer | null;
}

// Linux's USER_HZ, which is 100 on all machines that Node supports.
const TICKS = 100;

let last: Reaped | undefined;

/**
 * The increase since the last call; a call takes about 0.3 ms. The counters change only when a
 * child has ended and was waited for. Called at each child's end, it therefore returns that child's
 * usage, whatever else runs at the same time.
 */
export function newlyReaped(): Reaped {
  const before = last;
  last = reaped();
  return before ? between(before, last) : last;
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
        // Active threads of this process could make the differences slightly negative.
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
 * I/O of children that have ended. Linux's counter for a process covers its threads, alive or
 * ended, and its ended children; the counters of each live thread are subtracted from it.
 */
function inherited(): Moved {
  const all = counters('/proc/self/io');
  const threads = readdirSync('/proc/self/task').map(
    (thread): Outcome<Moved> =>
      // A thread that ended meanwhile has no counters to subtract.
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
