import { type ObjectStreams, objectRate } from '../../../src/model/object-rate.ts';

/**
 * Seconds until everything is read: thaw, first byte, then the slower of bytes and requests.
 *
 * @example objectReadTime({ ...limits, bytes: 1e12, objects: 62_500, thaw: 43_200, firstByte: 0.15 })
 */
export function objectReadTime(read: ObjectRead): number {
  const { bytes, objects, thaw, firstByte, requestRate, prefixes = 1 } = read;
  if (objects === 0 && bytes === 0) return 0;
  const moving = bytes === 0 ? 0 : bytes / objectRate(read);
  return thaw + firstByte + Math.max(moving, requestTime(objects, requestRate, prefixes));
}

/** A read of data that may have to be thawed first (restored from an archive class). */
export interface ObjectRead extends ObjectStreams {
  readonly bytes: number;
  readonly objects: number;
  /** seconds to thaw the data; 0 if not needed */
  readonly thaw: number;
  /** seconds to the first byte */
  readonly firstByte: number;
}

/**
 * Seconds for a number of requests at a limited rate, with all prefixes in parallel.
 *
 * @param rate requests a second that one prefix allows
 * @example requestTime(1e6, 3500, 1) // 286
 */
export function requestTime(requests: number, rate: number, prefixes = 1): number {
  return requests === 0 ? 0 : requests / (rate * prefixes);
}
