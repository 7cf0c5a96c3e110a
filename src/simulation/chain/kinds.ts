/** What a file in a chain is. */
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

/** A full that is read from the source anew. */
export const ACTIVE_FULL = 0;
/** A full that is put together inside the store from what lies there. */
export const SYNTHETIC_FULL = 1;
/** What changed since the point before; needs that point. */
export const INCREMENT = 2;
/** What changed since the last full; needs that full alone. */
export const DIFFERENTIAL = 3;
/** What the next point overwrote; needs the points after it, up to the full. */
export const REVERSE_INCREMENT = 4;
/** A full that a copy has set aside for a GFS rule. */
export const GFS_FULL = 5;
/** The disk of a replica, which holds its oldest point. */
export const REPLICA_DISK = 6;
/** What changed on a replica since the point before; needs that point. */
export const REPLICA_SNAPSHOT = 7;
/** A point of a pool that keeps equal blocks once; needs no other point. */
export const DEDUP_POINT = 8;

/** Whether a kind holds everything by itself. */
export const isFull = (kind: number): boolean =>
  kind <= SYNTHETIC_FULL || kind === GFS_FULL || kind === REPLICA_DISK;
