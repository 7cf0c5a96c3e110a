import type { Clock, Outcome } from '../../host/host.ts';

/** Operations that were done: when each ended, and what came of them. */
export interface Timed {
  /** Seconds of each operation, in the order in which they ended. */
  readonly each: readonly number[];
  /** Seconds from the begin of the first to the end of the last. */
  readonly seconds: number;
  /** What the last one returned; a fault where one failed, after which none was begun. */
  readonly last: Outcome<unknown>;
}

/** How many operations are done. */
export interface Amount {
  /** So many go on at once. */
  readonly atOnce: number;
  /** At most so many in all; the last of them may be fewer at once. */
  readonly most: number;
  /** At least so many, however long they take. */
  readonly least: number;
  /** Seconds after which none is begun beyond those. */
  readonly time: number;
}

/**
 * Does an operation again and again, so many at once, and times each.
 *
 * @param act gets the number of the operation, from 0.
 */
export async function timed(
  clock: Pick<Clock, 'elapsed'>,
  { atOnce, least, most, time }: Amount,
  act: (index: number) => Promise<Outcome<unknown>>,
): Promise<Timed> {
  const each: number[] = [];
  const from = clock.elapsed();
  let begun = 0;
  let last: Outcome<unknown> = { ok: true, value: undefined };
  const worker = async () => {
    while (last.ok && begun < most && (begun < least || clock.elapsed() - from < time)) {
      const began = clock.elapsed();
      const outcome = await act(begun++);
      each.push(clock.elapsed() - began);
      if (last.ok) last = outcome;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { each, seconds: clock.elapsed() - from, last };
}
