/**
 * Duration of work on many cartridges with few drives, and of recalls by the order of their files.
 * See docs/model.md, section "Tape".
 */

/**
 * Number of waves: cartridges that the busiest drive handles, `cartridges / drives`, rounded up.
 *
 * @example tapeWaves(612, 8) // 77
 */
export function tapeWaves(cartridges: number, drives: number): number {
  return Math.ceil(cartridges / drives);
}

/**
 * Bytes a second at which one of several streams is restored that were written interleaved
 * (multiplexed), as the drive reads all of them. Source: documentation of NetBackup and Cohesity,
 * streams 1 to 32.
 *
 * @param rate bytes a second of the drive
 * @param streams number of interleaved streams, 1 or more
 * @example multiplexedRestoreRate(300e6, 4) // 75e6
 */
export function multiplexedRestoreRate(rate: number, streams: number): number {
  return rate / streams;
}
