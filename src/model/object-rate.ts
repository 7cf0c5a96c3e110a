/** How fast an object store takes and gives data. See docs/model.md, section "Object stores". */

/**
 * Seconds that so many requests take at a limit of requests a second, prefixes side by side.
 *
 * @param rate requests a second that one prefix takes
 * @example requestTime(1e6, 3500, 1) // 286
 */
export function requestTime(requests: number, rate: number, prefixes = 1): number {
  return requests === 0 ? 0 : requests / (rate * prefixes);
}

/** What limits a transfer to or from an object store. */
export interface ObjectStreams {
  /** requests side by side, 1 or more */
  readonly streams: number;
  /** bytes a second of one of them */
  readonly perStream: number;
  /** bytes of one object or part, which is one request */
  readonly requestBytes: number;
  /** requests a second that one prefix takes; infinite where nothing limits */
  readonly requestRate: number;
  /** prefixes that requests spread over; 1 where left out */
  readonly prefixes?: number;
}

/**
 * Bytes a second that get through: `min(streams * perStream, requestBytes * requestRate * prefixes)`.
 *
 * @example objectRate({ streams: 15, perStream: 87.5e6, requestBytes: 8e6, requestRate: 3500 }) // 1.3125e9
 */
export function objectRate(limits: ObjectStreams): number {
  const { streams, perStream, requestBytes, requestRate, prefixes = 1 } = limits;
  return Math.min(streams * perStream, requestBytes * requestRate * prefixes);
}

/** A read of data that may have to be thawed first. */
export interface ObjectRead extends ObjectStreams {
  readonly bytes: number;
  readonly objects: number;
  /** seconds of the thaw, 0 where none is needed */
  readonly thaw: number;
  /** seconds to the first byte */
  readonly firstByte: number;
}

/**
 * Seconds until all is read: thaw, first byte, then the slower of bytes and requests.
 *
 * @example objectReadTime({ ...limits, bytes: 1e12, objects: 62_500, thaw: 43_200, firstByte: 0.15 })
 */
export function objectReadTime(read: ObjectRead): number {
  const { bytes, objects, thaw, firstByte, requestRate, prefixes = 1 } = read;
  if (objects === 0 && bytes === 0) return 0;
  const moving = bytes === 0 ? 0 : bytes / objectRate(read);
  return thaw + firstByte + Math.max(moving, requestTime(objects, requestRate, prefixes));
}
