import type { Pressure } from './scheduling.ts';

/** The machine on which a measurement was made; null for what the system does not report. */
export interface Machine extends Environment {
  readonly cpu: string | null;
  readonly cores: number;
  /** Memory in bytes, limited by the container if there is one. */
  readonly memory: number;
  /**
   * File system type of the work directory (`ext4`) and its source (`/dev/vda`, `nfs.example:/x`).
   */
  readonly fileSystem: string | null;
  readonly device: string | null;
  /** True for a spinning disk; null for network file systems, memory and unknown devices. */
  readonly rotational: boolean | null;
  readonly kernel: string;
  /** Type of virtual machine or container, e.g. `kvm`; `none` for a physical machine. */
  readonly virtual: string | null;
  readonly node: string;
}

/** Settings of a machine that move measurements; null for what the system does not report. */
export interface Environment {
  /** How the frequency of the processors is governed, e.g. `performance`. */
  readonly governor: string | null;
  /** Frequency of the first processor now. */
  readonly megahertz: number | null;
  /** Cores that the control groups of this process allow; null without a limit. */
  readonly coresAllowed: number | null;
  /** Bytes of swap space. */
  readonly swap: number | null;
  /** Bytes that may wait to be written: from which the system writes, and at which programs wait. */
  readonly dirtyLimits: { readonly background: number; readonly blocking: number } | null;
  /** When memory comes in large pages: `always`, `madvise` or `never`. */
  readonly hugePages: string | null;
}

/** The file system that holds a path. */
export interface MountFacts {
  readonly fileSystem: string;
  readonly device: string;
  readonly rotational: boolean | null;
  readonly options: string;
}

/** The load of a machine; processor times are summed over all its cores. */
export interface Load {
  /** Load average of the last minute: processes that ran or wanted to run. */
  readonly average: number;
  /**
   * Processor seconds since boot: total, idle (including waiting for I/O), and stolen by other
   * guests.
   */
  readonly total: number;
  readonly idle: number;
  readonly steal: number;
  /** Waits of all programs since boot; null where the kernel does not count them. */
  readonly pressure: Pressure | null;
  /** Bytes written to files that no device has yet; null if not reported. */
  readonly dirty: number | null;
}

/** Whether the next reads of files are served from the page cache or from the device. */
export type CacheState =
  | { readonly state: 'warm'; readonly by: 'read before' }
  | { readonly state: 'cold'; readonly by: 'caches dropped' }
  | { readonly state: 'uncontrolled'; readonly because: string };
