/**
 * What a link offers one transfer: the signal's propagation delay, and limits on the rate of a
 * stream. Seconds, bytes a second, metres. See docs/model.md, section "Network".
 */

/**
 * Signal speed in fibre, m/s: 5 microseconds a kilometre. mapyourtech.com prints 4.897 at 1550 nm.
 */
export const SIGNAL_SPEED = 2e8;

/** The route of a signal. */
export interface Route {
  /** metres in a straight line */
  readonly distance: number;
  /** length of the cable as a multiple of the distance; 1 or more */
  readonly stretch: number;
  /** number of devices on the route */
  readonly hops: number;
  /** delay of each device, seconds */
  readonly hopDelay: number;
}

/**
 * One-way propagation delay in seconds: `distance * stretch / v + hops * hopDelay`. It is paid once
 * per traversal, not per byte.
 *
 * @example propagation({ distance: 500_000, stretch: 1, hops: 0, hopDelay: 0 }) // 0.0025
 */
export function propagation(route: Route): number {
  return (route.distance * route.stretch) / SIGNAL_SPEED + route.hops * route.hopDelay;
}

/**
 * Round-trip time in seconds: twice the propagation delay.
 *
 * @example roundTrip({ distance: 500_000, stretch: 1.5, hops: 0, hopDelay: 0 }) // 0.0075
 */
export function roundTrip(route: Route): number {
  return 2 * propagation(route);
}

/**
 * Highest rate of a stream with at most `window` unacknowledged bytes in flight, in bytes a second:
 * `window / rtt`. Infinite without a round trip or without a window.
 *
 * @example windowRate(2_097_152, 0.0075) // 279.62e6: an ssh channel over 500 km
 */
export function windowRate(window: number, rtt: number): number {
  return rtt === 0 ? Number.POSITIVE_INFINITY : window / rtt;
}

/** Constant of the Mathis formula if every segment is acknowledged, sqrt(3/2) = 1.22. */
const MATHIS = Math.sqrt(3 / 2);

/**
 * Highest rate of a loss-limited stream (Reno, CUBIC), in bytes a second: `1.22 * mss / (rtt *
 * sqrt(loss))`. Infinite without loss or without a round trip. Source: Mathis et al. 1997, as
 * libarynth.org/tcp_flow gives it; wiki.geant.org: for a loss below 1 %.
 *
 * @param mss bytes of one segment
 * @param rtt round-trip time in seconds
 * @param loss share of packets lost
 * @example lossRate(1460, 0.0075, 1e-6) // 238.4e6
 */
export function lossRate(mss: number, rtt: number, loss: number): number {
  if (loss === 0 || rtt === 0) return Number.POSITIVE_INFINITY;
  return (MATHIS * mss) / (rtt * Math.sqrt(loss));
}

/** Limits on the streams of one transfer. */
export interface StreamLimits {
  /** number of parallel streams, 1 or more */
  readonly streams: number;
  /** bytes that one stream may have in flight; infinite for no limit */
  readonly window: number;
  /** round-trip time in seconds */
  readonly rtt: number;
  /** bytes of one segment */
  readonly mss: number;
  /** share of the packets lost */
  readonly loss: number;
}

/**
 * Highest rate of all streams of a transfer together, in bytes a second, without the limit of the
 * link itself: `streams * min(window / rtt, Mathis)`.
 *
 * @example streamsRate({ streams: 4, window: 2_097_152, rtt: 0.0075, mss: 1460, loss: 0 }) // 1.118e9
 */
export function streamsRate(limits: StreamLimits): number {
  const { streams, window, rtt, mss, loss } = limits;
  return streams * Math.min(windowRate(window, rtt), lossRate(mss, rtt, loss));
}
