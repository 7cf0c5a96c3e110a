import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Load, Machine } from '../host.ts';
import { readPressure } from './accounting/pressure.ts';
import { attempt } from './fault.ts';
import { environment } from './settings/environment.ts';
import { mountFacts } from './settings/mount-facts.ts';

/**
 * See `Host.machine`.
 *
 * @param path of the work directory, with all links resolved.
 */
export function machine(path: string): Machine {
  const mount = mountFacts(path);
  return {
    cpu:
      cpus()[0]
        ?.model.trim()
        .replace(/^unknown$/, '') || null,
    cores: availableParallelism(),
    memory: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
    fileSystem: mount?.fileSystem ?? null,
    device: mount?.device ?? null,
    rotational: mount?.rotational ?? null,
    kernel: `${type()} ${release()}`,
    virtual: virtual(),
    node: process.versions.node,
    ...environment(),
  };
}

const text = (path: string): string | undefined => {
  const read = attempt(() => readFileSync(path, 'utf8').trim());
  return read.ok ? read.value : undefined;
};

// Patterns for firmware names and for the clock sources that a hypervisor offers to the kernel.
const HYPERVISORS: readonly (readonly [RegExp, string])[] = [
  [/amazon ec2/i, 'amazon'],
  [/google/i, 'google'],
  [/vmware/i, 'vmware'],
  [/virtualbox|innotek/i, 'virtualbox'],
  [/xen/i, 'xen'],
  [/microsoft corporation virtual|hyperv/i, 'hyper-v'],
  [/kvm|qemu/i, 'kvm'],
];

function virtual(): string | null {
  const container = ['/.dockerenv', '/run/.containerenv'].findIndex((path) => existsSync(path));
  const kinds = [['docker', 'podman'][container], hypervisor()].filter(
    (kind) => kind !== undefined && kind !== 'none',
  );
  return kinds.length > 0 ? kinds.join(' on ') : (hypervisor() ?? null);
}

/** The type of hypervisor; `none` only if the processor flags say that there is none. */
function hypervisor(): string | undefined {
  const flags = text('/proc/cpuinfo')?.match(/^flags\s*:.*$/m)?.[0];
  const reported = [
    text('/sys/class/dmi/id/sys_vendor'),
    text('/sys/class/dmi/id/product_name'),
    text('/sys/hypervisor/type'),
    text('/sys/devices/system/clocksource/clocksource0/available_clocksource'),
  ].join(' ');
  const known = HYPERVISORS.find(([pattern]) => pattern.test(reported))?.[1];
  const flagged = flags?.split(' ').includes('hypervisor');
  if (flagged === false) return 'none';
  return known ?? (flagged ? 'unknown' : undefined);
}

// Linux reports these in hundredths of a second (USER_HZ), whatever its timer frequency.
const TICKS = 100;

/** See `Host.load`. */
export function load(): Load {
  const average = loadavg()[0] ?? 0;
  const waits = {
    pressure: readPressure((resource) => `/proc/pressure/${resource}`),
    dirty: dirty(),
  };
  const line = text('/proc/stat')?.split('\n', 1)[0]?.match(/\d+/g)?.map(Number);
  if (line) {
    // Guest time (fields 9 and 10) is already included in user and nice.
    const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, soft = 0, steal = 0] = line;
    const total = user + nice + system + idle + wait + irq + soft + steal;
    return {
      average,
      total: total / TICKS,
      idle: (idle + wait) / TICKS,
      steal: steal / TICKS,
      ...waits,
    };
  }
  const times = cpus().map((cpu) => cpu.times);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / 1000;
  return {
    average,
    total: sum(times.flatMap((cpu) => Object.values(cpu))),
    idle: sum(times.map((cpu) => cpu.idle)),
    steal: 0,
    ...waits,
  };
}

/** Bytes that wait to be written, or are being written, to devices. */
function dirty(): number | null {
  const counts = text('/proc/meminfo')?.matchAll(/^(?:Dirty|Writeback):\s*(\d+) kB$/gm);
  const kibibytes = Array.from(counts ?? [], ([, count]) => Number(count));
  return kibibytes.length === 0 ? null : kibibytes.reduce((a, b) => a + b, 0) * 1024;
}
