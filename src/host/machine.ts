/** What a measurement was made on, as far as this system tells; null for what it does not. */
export interface Machine {
  readonly cpu: string | null;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  /** Of the work directory: its kind (`ext4`), and what it lies on (`/dev/vda`, `nfs.example:/x`). */
  readonly fileSystem: string | null;
  readonly device: string | null;
  /** Whether the device spins; null for networks and memory. */
  readonly rotational: boolean | null;
  readonly kernel: string;
  /** The kind of virtual machine or container, e.g. `kvm`; `none` for a machine of its own. */
  readonly virtual: string | null;
  readonly node: string;
}

/** How busy a machine is; shares are of all its cores. */
export interface Load {
  /** Processes that ran or wanted to, on average over the last minute. */
  readonly average: number;
  /** Seconds of processor time since start-up: all, idle (waiting for a device included), and taken by others on the same hardware. */
  readonly total: number;
  readonly idle: number;
  readonly steal: number;
}

/** Whether files that are read next come from memory or from the device. */
export type CacheState =
  | { readonly state: 'warm'; readonly by: 'read before' }
  | { readonly state: 'cold'; readonly by: 'caches dropped' }
  | { readonly state: 'uncontrolled'; readonly because: string };
