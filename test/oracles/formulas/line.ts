/**
 * Rate of a link of which only `live` paths are up; `rate` is the sum over all paths.
 *
 * @example liveRate(1e9, 2, 1) // 0.5e9
 */
export function liveRate(rate: number, paths: number, live: number): number {
  return (rate * live) / paths;
}

/**
 * Bytes that must be in flight to keep a link busy: `rate * rtt`.
 *
 * @example bandwidthDelayProduct(125e6, 0.08) // 10e6
 */
export function bandwidthDelayProduct(rate: number, rtt: number): number {
  return rate * rtt;
}
