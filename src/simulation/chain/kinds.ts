/** The kinds of file in a chain; a kind is stored as its index here. */
export const KINDS = [
  'active-full',
  'synthetic-full',
  'increment',
  'differential',
  'reverse-increment',
  'gfs-full',
  'replica-disk',
  'replica-snapshot',
  'dedup-point',
] as const;

/** A full that is read from the source. */
export const ACTIVE_FULL = 0;
/** A full that is built inside the store from files that are already there. */
export const SYNTHETIC_FULL = 1;
/** The changes since the previous point; needs that point. */
export const INCREMENT = 2;
/** The changes since the last full; needs only that full. */
export const DIFFERENTIAL = 3;
/** The blocks that the next point overwrote; needs all later points up to the full. */
export const REVERSE_INCREMENT = 4;
/** A full that is archived for a GFS rule. */
export const GFS_FULL = 5;
/** The disk of a replica; it holds the oldest point. */
export const REPLICA_DISK = 6;
/** The changes of a replica since the previous point; needs that point. */
export const REPLICA_SNAPSHOT = 7;
/** A point in a deduplicating repository; needs no other point. */
export const DEDUP_POINT = 8;

/** Whether a file of this kind is self-contained: its restore reads no other file. */
export const isFull = (kind: number): boolean =>
  kind <= SYNTHETIC_FULL || kind === GFS_FULL || kind === REPLICA_DISK;
