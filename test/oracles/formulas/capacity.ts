/**
 * Capacity for kept backups, and the rate that a window demands of a link or a drive. See
 * docs/model.md, section "Capacity".
 */

/** Numbers and sizes of the backups that are kept. */
export interface KeptBackups {
  /** bytes of the first full */
  readonly firstFull: number;
  /** bytes that each later full adds; equal to `firstFull` if fulls share nothing */
  readonly laterFull: number;
  /** bytes of an increment */
  readonly increment: number;
  readonly fulls: number;
  readonly increments: number;
}

/**
 * Bytes of kept backups: `firstFull + (fulls - 1) * laterFull + increments * increment`.
 *
 * @example
 * keptBytes({ firstFull: 500e9, laterFull: 25e9, increment: 5e9, fulls: 25, increments: 5 }) // 1125e9
 */
export function keptBytes(kept: KeptBackups): number {
  const { firstFull, laterFull, increment, fulls, increments } = kept;
  const first = Math.min(1, fulls);
  return first * firstFull + (fulls - first) * laterFull + increments * increment;
}

/**
 * Bytes plus headroom: `bytes * (1 + share)`.
 *
 * @example withHeadroom(5024e9, 0.3) // 6531.2e9
 */
export function withHeadroom(bytes: number, share: number): number {
  return bytes * (1 + share);
}

/** Clients of the same kind in one backup cycle. */
export interface CycleClients {
  readonly count: number;
  /** bytes that one client sends in a cycle, before compression */
  readonly bytes: number;
  /** share of these bytes that compression saves */
  readonly saving: number;
}

/**
 * Bytes that these clients send in a cycle: `count * bytes * (1 - saving)`.
 *
 * @example cycleBytes({ count: 6, bytes: 20e9, saving: 0.5 }) // 60e9
 */
export function cycleBytes({ count, bytes, saving }: CycleClients): number {
  return count * bytes * (1 - saving);
}

/**
 * Bytes of a disk pool that holds a whole backup cycle before it goes to tape.
 *
 * @param margin headroom, as a share of these bytes
 * @example diskPool([{ count: 6, bytes: 20e9, saving: 0.5 }], 0.15) // 69e9
 */
export function diskPool(clients: readonly CycleClients[], margin: number): number {
  return withHeadroom(
    clients.reduce((sum, each) => sum + cycleBytes(each), 0),
    margin,
  );
}

/** A transfer that must fit into a window. */
export interface WindowLoad {
  /** bytes of the source */
  readonly source: number;
  /** reduction ratio: bytes before reduction divided by bytes after it; 1 for none */
  readonly reduction: number;
  /** share of the source that is sent */
  readonly change: number;
  /** seconds */
  readonly window: number;
}

/**
 * Bytes that are sent, and bytes a second that the window demands, both rounded up to whole bytes.
 *
 * @example windowLoad({ source: 2 ** 40, reduction: 2, change: 1, window: 28800 })
 * // { bytes: 549755813888, rate: 19088744 }
 */
export function windowLoad(load: WindowLoad): { readonly bytes: number; readonly rate: number } {
  const bytes = Math.ceil((load.source / load.reduction) * load.change);
  return { bytes, rate: Math.ceil(bytes / load.window) };
}

/**
 * Bytes a second needed to finish within a window: `bytes / window`.
 *
 * @param window seconds
 * @example rateForWindow(34.5e12, 72 * 3600) // 133.1e6, which is 479 GB/h
 */
export function rateForWindow(bytes: number, window: number): number {
  return bytes / window;
}
