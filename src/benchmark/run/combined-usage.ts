import type { Pressure, Stalled, Usage } from '../../host/host.ts';

const NONE: Stalled = { some: 0, full: 0 };

/** No resource usage: what comes before the first call. */
export const NO_USAGE: Usage = {
  wall: 0,
  user: 0,
  system: 0,
  resolution: 0,
  peakMemory: null,
  read: { bytes: 0, operations: 0, device: 0 },
  written: { bytes: 0, operations: 0, device: 0 },
  ran: 0,
  queue: { all: 0, most: 0 },
  pressure: { cpu: NONE, io: NONE, memory: NONE },
  switches: { waited: 0, preempted: 0 },
  faults: 0,
};

/**
 * Usage of two sequential calls: sums, but the larger peak memory and the coarser resolution. Null
 * where it was not counted of both.
 */
export function combinedUsage(a: Usage, b: Usage): Usage {
  const [more, less] = (a.peakMemory?.bytes ?? -1) > (b.peakMemory?.bytes ?? -1) ? [a, b] : [b, a];
  return {
    wall: a.wall + b.wall,
    user: a.user + b.user,
    system: a.system + b.system,
    resolution: Math.max(a.resolution, b.resolution),
    peakMemory: more.peakMemory ?? less.peakMemory,
    read: added(a.read, b.read),
    written: added(a.written, b.written),
    ran: a.ran === null || b.ran === null ? null : a.ran + b.ran,
    queue: added(a.queue, b.queue),
    pressure: a.pressure && b.pressure && combinedPressure(a.pressure, b.pressure),
    switches: added(a.switches, b.switches),
    faults: a.faults === null || b.faults === null ? null : a.faults + b.faults,
  };
}

const combinedPressure = (a: Pressure, b: Pressure): Pressure => ({
  cpu: sum(a.cpu, b.cpu),
  io: sum(a.io, b.io),
  memory: sum(a.memory, b.memory),
});

/** The sums of two records of figures, field by field. */
function sum<T extends object>(a: T, b: T): T {
  const fields = Object.keys(a) as (keyof T)[];
  return Object.fromEntries(
    fields.map((field) => [field, Number(a[field]) + Number(b[field])]),
  ) as T;
}

const added = <T extends object>(a: T | null, b: T | null): T | null => (a && b ? sum(a, b) : null);

/** The usage of what is not a program, of which only the time is known. */
export const wallAlone = (wall: number): Usage => ({
  ...{ wall, user: Number.NaN, system: Number.NaN, resolution: 0, peakMemory: null },
  ...{ read: null, written: null, ran: null, queue: null },
  ...{ pressure: null, switches: null, faults: null },
});
