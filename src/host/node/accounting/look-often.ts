const FIRST = 2;

/**
 * Calls a function first after 2 ms, then at intervals that double up to `every` milliseconds, so that
 * short programs are seen and long ones not disturbed. It keeps no process alive.
 *
 * @returns ends it.
 */
export function lookOften(look: () => void, every: number): () => void {
  let timer = setTimeout(lookAgain, FIRST, FIRST).unref();
  function lookAgain(after: number): void {
    look();
    const next = Math.min(every, 2 * after);
    timer = setTimeout(lookAgain, next, next).unref();
  }
  return () => clearTimeout(timer);
}
