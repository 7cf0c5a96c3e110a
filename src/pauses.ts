/** What a pause needs of the host. */
interface Yielding {
  readonly clock: { elapsed(): number };
  yieldNow(): Promise<void>;
}

/** Lets others in when it has been long enough: signals, output, other work. */
export type Pause = () => Promise<void>;

const SECONDS_BETWEEN_YIELDS = 0.05;

/**
 * Makes a pause that can be awaited as often as one likes: it costs next to nothing until it is
 * time to yield.
 *
 * @param tell is called before each breath, to show how far the work is.
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
