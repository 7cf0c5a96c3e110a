import { z } from 'zod';
import { count, seconds, size } from './base-units.ts';

const transfer = z.object({
  bytes: size.describe('bytes that were asked of the system'),
  operations: count.describe('calls that moved them'),
  device: size.describe('bytes that came from or went to a device'),
});

const stalled = z.object({
  some: seconds.describe('seconds in which at least one waited'),
  full: seconds.describe('seconds in which all that could have worked waited'),
});

/** Waits for processors, devices and memory: Linux's pressure stall information. */
export const pressure = z.object({ cpu: stalled, io: stalled, memory: stalled });

/** What the programs of a step took. */
export const usage = z.object({
  wall: seconds.describe('seconds that passed'),
  user: seconds.nullable().describe('seconds of processor time in programs'),
  system: seconds.nullable().describe('seconds of processor time in the system'),
  resolution: seconds
    .nullable()
    .describe('seconds to which both are counted: 0.000001 in a control group, else 0.01'),
  peakMemory: z
    .object({ bytes: size, by: z.enum(['system', 'sampled']) })
    .nullable()
    .describe('of the process that held most; `sampled` was looked at now and then'),
  read: transfer.nullable(),
  written: transfer.nullable(),
  ran: seconds.nullable().describe('seconds that all threads ran, together, as looked at'),
  queue: z
    .object({
      all: seconds.describe('seconds that all threads waited for a core, together'),
      most: seconds.describe('of the thread that waited longest'),
    })
    .nullable()
    .describe('as looked at, by the same looks as `ran`; threads between two looks are missed'),
  pressure: pressure
    .nullable()
    .describe(
      'waits of these programs alone, as an average over the cores that they used: for processors less than `queue` where threads move between cores',
    ),
  switches: z
    .object({
      waited: count.describe('how often a thread gave its core up to wait'),
      preempted: count.describe('how often one was taken away'),
    })
    .nullable(),
  faults: count.nullable().describe('page faults for which a device was read'),
});
