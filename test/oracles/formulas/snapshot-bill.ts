/** Billed amounts of volume snapshots. See docs/model.md, section "Bills". */

/** Amounts that snapshots are billed for, in the unit of the inputs. */
export interface SnapshotAmounts {
  /** by snapshot in the standard tier, oldest first: the amount it adds */
  readonly standard: readonly number[];
  /** sum over all snapshots */
  readonly total: number;
  /** by snapshot, if it were archived: the whole volume at that time */
  readonly archived: readonly number[];
}

/**
 * Billed amounts for a volume that only gains data: the standard tier bills what changed since the
 * previous snapshot, the archive tier the whole volume. Source: AWS re:Post, "How am I billed for
 * my Amazon EBS snapshots".
 *
 * @param first data on the volume at the first snapshot
 * @param added data written before each later snapshot
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

/** A volume with one snapshot a day. */
export interface DailySnapshots {
  readonly volume: number;
  /** share of the volume that holds data */
  readonly fullShare: number;
  /** amount changed in a day */
  readonly changePerDay: number;
  readonly days: number;
}

/**
 * Rule of thumb for daily snapshots that are all kept: the data once, plus the change of each day.
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
