/** What snapshots of volumes are billed for. See docs/model.md, section "Bills". */

/** Amounts that snapshots are billed for, in the unit of the inputs. */
export interface SnapshotAmounts {
  /** each snapshot in the standard tier, the first one first: what it adds */
  readonly standard: readonly number[];
  /** all of them together */
  readonly total: number;
  /** each snapshot if it were archived: the whole volume of its time */
  readonly archived: readonly number[];
}

/**
 * A volume that only gains data: the standard tier bills what changed since the snapshot before,
 * the archive tier the whole volume.
 * Source: AWS re:Post, "How am I billed for my Amazon EBS snapshots".
 *
 * @param first data on the volume at the first snapshot
 * @param added data written before each further one
 * @example snapshotAmounts(100, [5]) // { standard: [100, 5], total: 105, archived: [100, 105] }
 */
export function snapshotAmounts(first: number, added: readonly number[]): SnapshotAmounts {
  const standard = [first, ...added];
  let sum = 0;
  const archived = standard.map((amount) => {
    sum += amount;
    return sum;
  });
  return { standard, total: sum, archived };
}

/** A volume with a snapshot a day. */
export interface DailySnapshots {
  readonly volume: number;
  /** share of the volume that holds data */
  readonly fullShare: number;
  /** amount changed in a day */
  readonly changePerDay: number;
  readonly days: number;
}

/**
 * The rule of thumb for so many days of snapshots, all kept: the data once, and each day's change.
 * Source: N2WS, "How to estimate your AWS EBS volumes snapshot costs", part 2.
 *
 * @example dailySnapshots({ volume: 1000, fullShare: 0.7, changePerDay: 30, days: 30 }).total // 1600
 */
export function dailySnapshots({ volume, fullShare, changePerDay, days }: DailySnapshots): {
  readonly first: number;
  readonly increments: number;
  readonly total: number;
} {
  const [first, increments] = [volume * fullShare, changePerDay * days];
  return { first, increments, total: first + increments };
}
