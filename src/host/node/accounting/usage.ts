import type { Usage } from '../../processes.ts';
import type { Reaped } from '../reaped.ts';
import type { Timed } from '../wrapping.ts';
import type { Scheduled } from './run-queue.ts';
import type { GroupUsage } from './step-group.ts';

/** What several counters say of one program that has ended. */
interface Counted {
  readonly wall: number;
  readonly took: Reaped;
  /** Undefined without GNU time. */
  readonly time: Timed | undefined;
  /** Peak memory in bytes as sampled; null if nothing was seen. */
  readonly peak: number | null;
  /** Null where it had no group of its own. */
  readonly used: GroupUsage | null;
  readonly scheduled: Scheduled | null;
}

/** `time` and the system count in hundredths of a second, control groups in microseconds. */
const TICK = 0.01;
const MICROSECOND = 1e-6;

/**
 * Prefers the processor times of the program's control group, which include 2 to 4 ms of `time` and
 * `setpriv`; then those of `time`, which cover the program alone. The system's own count includes
 * `time` and `setpriv` too.
 */
export const usageOf = ({ wall, took, time, peak, used, scheduled }: Counted): Usage => ({
  wall,
  user: used?.user ?? time?.user ?? took.user,
  system: used?.system ?? time?.system ?? took.system,
  resolution: used ? MICROSECOND : TICK,
  peakMemory: time
    ? { bytes: time.peakMemory, by: 'system' }
    : peak === null
      ? null
      : { bytes: peak, by: 'sampled' },
  read: took.read,
  written: took.written,
  ran: scheduled?.ran ?? null,
  queue: scheduled?.queue ?? null,
  pressure: used?.pressure ?? null,
  switches: time?.switches ?? null,
  faults: time?.faults ?? null,
});
