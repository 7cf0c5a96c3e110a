/**
 * What a link gives one transfer: the time a signal takes, and what limits the rate of a stream.
 * Seconds, bytes a second, metres. See docs/model.md, section "Network".
 */

/** Speed of a signal in fibre, m/s: 5 microseconds a kilometre. mapyourtech.com prints 4.897 at 1550 nm. */
export const SIGNAL_SPEED = 2e8;

/** The way a signal takes. */
export interface Route {
  /** metres as the crow flies */
  readonly distance: number;
  /** how much longer the cable is than that; 1 or more */
  readonly stretch: number;
  /** devices on the way */
  readonly hops: number;
  /** seconds each of them takes */
  readonly hopDelay: number;
}

/**
 * Seconds from one end to the other: `distance * stretch / v + hops * hopDelay`.
 * It is paid per traversal, never per byte.
 *
 * @example propagation({ distance: 500_000, stretch: 1, hops: 0, hopDelay: 0 }) // 0.0025
 */
export function propagation(route: Route): number {
  return (route.distance * route.stretch) / SIGNAL_SPEED + route.hops * route.hopDelay;
}

/**
 * Seconds there and back: twice the propagation.
 *
 * @example roundTrip({ distance: 500_000, stretch: 1.5, hops: 0, hopDelay: 0 }) // 0.0075
 */
export function roundTrip(route: Route): number {
  return 2 * propagation(route);
}

/**
 * The most one stream can carry when `window` bytes may be under way unconfirmed, in bytes a
 * second: `window / rtt`. Infinite without a round trip or without a window.
 *
 * @example windowRate(2_097_152, 0.0075) // 279.62e6: an ssh channel over 500 km
 */
export function windowRate(window: number, rtt: number): number {
  return rtt === 0 ? Number.POSITIVE_INFINITY : window / rtt;
}

/** Mathis' constant when every segment is acknowledged, sqrt(3/2) = 1.22. */
const MATHIS = Math.sqrt(3 / 2);

/**
 * The most one loss-limited stream (Reno, CUBIC) can carry, in bytes a second:
 * `1.22 * mss / (rtt * sqrt(loss))`. Infinite without loss or without a round trip.
 * Source: Mathis et al. 1997, as libarynth.org/tcp_flow gives it; wiki.geant.org: for a loss below 1 %.
 *
 * @param mss bytes of one segment
 * @param rtt seconds there and back
 * @param loss share of the packets lost
 * @example lossRate(1460, 0.0075, 1e-6) // 238.4e6
 */
export function lossRate(mss: number, rtt: number, loss: number): number {
  if (loss === 0 || rtt === 0) return Number.POSITIVE_INFINITY;
  return (MATHIS * mss) / (rtt * Math.sqrt(loss));
}

/**
 * What is left of a link's rate, stated for all its paths together, when some are down.
 *
 * @example liveRate(1e9, 2, 1) // 0.5e9
 */
export function liveRate(rate: number, paths: number, live: number): number {
  return (rate * live) / paths;
}

/** What limits the streams of one transfer. */
export interface StreamLimits {
  /** streams side by side, 1 or more */
  readonly streams: number;
  /** bytes one stream may have under way; infinite for no limit */
  readonly window: number;
  /** seconds there and back */
  readonly rtt: number;
  /** bytes of one segment */
  readonly mss: number;
  /** share of the packets lost */
  readonly loss: number;
}

/**
 * What all streams of a transfer can carry together, in bytes a second, before the link's own rate
 * is looked at: `streams * min(window / rtt, Mathis)`.
 *
 * @example streamsRate({ streams: 4, window: 2_097_152, rtt: 0.0075, mss: 1460, loss: 0 }) // 1.118e9
 */
export function streamsRate(limits: StreamLimits): number {
  const { streams, window, rtt, mss, loss } = limits;
  return streams * Math.min(windowRate(window, rtt), lossRate(mss, rtt, loss));
}

/**
 * Bytes that must be under way to keep a link busy: `rate * rtt`.
 *
 * @example bandwidthDelayProduct(125e6, 0.08) // 10e6
 */
export function bandwidthDelayProduct(rate: number, rtt: number): number {
  return rate * rtt;
}
