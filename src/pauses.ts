/** The parts of the host that a pause needs. */
interface Yielding {
  readonly clock: { elapsed(): number };
  yieldNow(): Promise<void>;
}

/** Yields to the event loop (signals, output, other work) if the last yield was long enough ago. */
export type Pause = () => Promise<void>;

const SECONDS_BETWEEN_YIELDS = 0.05;

/**
 * Makes a pause that may be awaited as often as you like: it costs almost nothing until 50 ms have
 * passed since the last yield.
 *
 * @param tell called before each yield, to show progress.
 *
 * @example
 * const pause = pauses(host);
 * for (const file of files) {
 *   look(file);
 *   await pause();
 * }
 */
export function pauses(host: Yielding, tell: () => void = () => undefined): Pause {
  let last = host.clock.elapsed();
  return async () => {
    if (host.clock.elapsed() - last < SECONDS_BETWEEN_YIELDS) return;
    tell();
    await host.yieldNow();
    last = host.clock.elapsed();
  };
}
