/** 2020-01-01, in seconds since 1970: when the first generation is said to have been made. */
const FIRST = 1_577_836_800;
const HOUR = 3600;
/** How long before the first generation its files may have been modified last. */
const BEFORE = 2 * 365 * 24 * HOUR;

/**
 * When the entries that a generation touches were last modified, in whole seconds since 1970: an
 * hour for each generation, so that it rises from one to the next and, for some 60 000 generations,
 * never comes to lie in the future.
 *
 * @example
 * timeOf(1) // 1577840400, 2020-01-01 01:00 UTC
 */
export const timeOf = (generation: number): number => FIRST + generation * HOUR;

/**
 * When one of its files was modified: within the hour of its generation, or in the two years before
 * the first.
 *
 * @param share 0 to below 1.
 */
export const fileTimeOf = (generation: number, share: number): number =>
  generation === 0
    ? FIRST - 1 - Math.floor(share * BEFORE)
    : timeOf(generation) + Math.floor(share * HOUR);

/** Seconds as the nanoseconds that files are given. */
export const nanoseconds = (seconds: number): bigint => BigInt(seconds) * 1_000_000_000n;
