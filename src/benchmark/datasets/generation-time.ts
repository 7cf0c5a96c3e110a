/** 2020-01-01, in seconds since 1970: the nominal time of the first generation. */
const FIRST = 1_577_836_800;
const HOUR = 3600;
/** How long before the first generation its files may have been modified. */
const BEFORE = 2 * 365 * 24 * HOUR;

/**
 * Modification time of entries that a generation touches, in whole seconds since 1970. Generations
 * are an hour apart, so times rise from one to the next and stay in the past for some 60,000
 * generations.
 *
 * @example
 * timeOf(1) // 1577840400, 2020-01-01 01:00 UTC
 */
export const timeOf = (generation: number): number => FIRST + generation * HOUR;

/**
 * Modification time of a file: within the hour of its generation, or, for the first generation,
 * within the two years before it.
 *
 * @param share position in that period, 0 to below 1.
 */
export const fileTimeOf = (generation: number, share: number): number =>
  generation === 0
    ? FIRST - 1 - Math.floor(share * BEFORE)
    : timeOf(generation) + Math.floor(share * HOUR);

/** Converts seconds to nanoseconds. */
export const nanoseconds = (seconds: number): bigint => BigInt(seconds) * 1_000_000_000n;
