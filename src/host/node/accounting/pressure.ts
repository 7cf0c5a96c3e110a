import { readFileSync } from 'node:fs';
import type { Pressure, Stalled } from '../../scheduling.ts';
import { attempt } from '../fault.ts';

/**
 * Waits since boot, or since a group was made; null where the kernel does not count them.
 *
 * @param fileOf the file of a resource: `/proc/pressure/cpu` for the machine, `cpu.pressure` in the
 *   folder of a group.
 */
export function readPressure(fileOf: (resource: keyof Pressure) => string): Pressure | null {
  const [cpu, io, memory] = (['cpu', 'io', 'memory'] as const).map((resource) => {
    const read = attempt(() => readFileSync(fileOf(resource), 'latin1'));
    return read.ok ? readStalled(read.value) : undefined;
  });
  return cpu && io && memory ? { cpu, io, memory } : null;
}

/**
 * Parses a pressure file; its totals are microseconds. Kernels before 5.13 have no `full` for
 * processors.
 *
 * @example
 * readStalled('some avg10=0.00 avg60=0.00 avg300=0.00 total=2500000\n') // { some: 2.5, full: 0 }
 */
export function readStalled(text: string): Stalled | undefined {
  const total = (kind: string): number | undefined => {
    const digits = new RegExp(`^${kind} .*total=(\\d+)$`, 'm').exec(text)?.[1];
    return digits === undefined ? undefined : Number(digits) / 1e6;
  };
  const some = total('some');
  return some === undefined ? undefined : { some, full: total('full') ?? 0 };
}
