/** Transfer rates of object stores. See docs/model.md, section "Object stores". */

/**
 * Seconds for a number of requests at a limited rate, with all prefixes in parallel.
 *
 * @param rate requests a second that one prefix allows
 * @example requestTime(1e6, 3500, 1) // 286
 */
export function requestTime(requests: number, rate: number, prefixes = 1): number {
  return requests === 0 ? 0 : requests / (rate * prefixes);
}

/** Limits on a transfer to or from an object store. */
export interface ObjectStreams {
  /** number of parallel requests, 1 or more */
  readonly streams: number;
  /** bytes a second of one request */
  readonly perStream: number;
  /** bytes of one request, which is one object or part */
  readonly requestBytes: number;
  /** requests a second that one prefix allows; infinite if there is no limit */
  readonly requestRate: number;
  /** number of prefixes that requests are spread over; default 1 */
  readonly prefixes?: number;
}

/**
 * Bytes a second of the transfer: `min(streams * perStream, requestBytes * requestRate *
 * prefixes)`.
 *
 * @example objectRate({ streams: 15, perStream: 87.5e6, requestBytes: 8e6, requestRate: 3500 }) // 1.3125e9
 */
export function objectRate(limits: ObjectStreams): number {
  const { streams, perStream, requestBytes, requestRate, prefixes = 1 } = limits;
  return Math.min(streams * perStream, requestBytes * requestRate * prefixes);
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
