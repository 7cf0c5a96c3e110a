import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../machine.ts';
import { attempt } from '../fault.ts';

/** What of the machine's settings moves measurements; null for what the system does not report. */
export function environment(): Environment {
  return {
    governor: text('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor'),
    megahertz: numberIn('/proc/cpuinfo', /^cpu MHz\s*: ([\d.]+)$/m),
    coresAllowed: coresAllowed(),
    swap: kibibytes('SwapTotal'),
    dirtyLimits: dirtyLimits(),
    hugePages:
      /\[(\w+)\]/.exec(text('/sys/kernel/mm/transparent_hugepage/enabled') ?? '')?.[1] ?? null,
  };
}

function text(path: string): string | null {
  const read = attempt(() => readFileSync(path, 'utf8').trim());
  return read.ok ? read.value : null;
}

function numberIn(path: string, pattern: RegExp): number | null {
  const digits = pattern.exec(text(path) ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A figure of `/proc/meminfo`, in bytes. */
function kibibytes(name: string): number | null {
  const count = numberIn('/proc/meminfo', new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm'));
  return count === null ? null : count * 1024;
}

/**
 * The least of what this process's control groups allow, in cores; null without a limit. Groups of
 * version 2 have it as `cpu.max`, of version 1 as two files.
 */
function coresAllowed(): number | null {
  const groups = text('/proc/self/cgroup') ?? '';
  const limits = [...groups.matchAll(/^\d+:([^:]*):(\/.*)$/gm)].flatMap(
    ([, controllers = '', path = '']) => {
      if (controllers === '') {
        return ['/sys/fs/cgroup', '/sys/fs/cgroup/unified'].flatMap((mount) =>
          upwards(path).map((folder) => readCpuMax(text(join(mount, folder, 'cpu.max')) ?? '')),
        );
      }
      if (!controllers.split(',').includes('cpu')) return [];
      return upwards(path).map((folder) => {
        const file = (name: string) =>
          numberIn(join('/sys/fs/cgroup/cpu', folder, name), /^(\d+)$/);
        const [quota, period] = [file('cpu.cfs_quota_us'), file('cpu.cfs_period_us')];
        return quota === null || period === null ? null : quota / period;
      });
    },
  );
  const found = limits.filter((limit) => limit !== null);
  return found.length === 0 ? null : Math.min(...found);
}

/** A folder and all above it: `/a/b`, `/a`, `/`. */
function upwards(path: string): readonly string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return [...parts.keys(), parts.length].map((count) => `/${parts.slice(0, count).join('/')}`);
}

/**
 * Parses `cpu.max` of a control group: microseconds in each period; null if unlimited.
 *
 * @example
 * readCpuMax('150000 100000') // 1.5
 */
export function readCpuMax(line: string): number | null {
  const [quota, period] = line.split(' ').map(Number);
  return quota && period && Number.isFinite(quota) ? quota / period : null;
}

/**
 * Bytes that may wait in memory to be written: from the first, the system writes them behind the
 * programs; at the second, programs wait. Where they are shares, of the memory that is available.
 */
function dirtyLimits(): Environment['dirtyLimits'] {
  const available = kibibytes('MemAvailable');
  const limit = (name: string): number | null => {
    const bytes = numberIn(`/proc/sys/vm/${name}_bytes`, /^(\d+)$/);
    if (bytes !== null && bytes > 0) return bytes;
    const percent = numberIn(`/proc/sys/vm/${name}_ratio`, /^(\d+)$/);
    return percent === null || available === null ? null : (percent / 100) * available;
  };
  const [background, blocking] = [limit('dirty_background'), limit('dirty')];
  return background === null || blocking === null ? null : { background, blocking };
}
