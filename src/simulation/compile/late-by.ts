import { type Seconds, seconds } from '../../units/quantity.ts';
import type { Timeline } from './triggers.ts';

/**
 * How long after the start a schedule begins, if that is longer than it ever waits afterwards: a copy that
 * is made once, at the end of the year, leaves the year before it without any. Else 0: the first of a
 * regular schedule comes within its own interval.
 *
 * @param times when it is due, ascending, each `delay` after its date.
 * @example
 * // monthly on day 15, from 1 January: 0; once, on 31 December: 364 d
 */
export function lateBy(
  times: Float64Array,
  { start, end }: Pick<Timeline, 'start' | 'end'>,
  delay: Seconds,
): Seconds {
  const [first = start + delay] = times;
  const most = times.reduce(
    (longest, time, index) => Math.max(longest, (times[index + 1] ?? end) - time),
    0,
  );
  const waits = first - delay - start;
  return seconds(waits > most ? waits : 0);
}
