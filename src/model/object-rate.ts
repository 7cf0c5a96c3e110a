/** Transfer rates of object stores. See docs/model.md, section "Object stores". */

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
