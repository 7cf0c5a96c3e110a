import type { TriggerGroup } from '../plan/plan.ts';
import { occurrenceAt, type WindowOccurrences } from '../plan/window-occurrences.ts';

/** A window and its index in the plan of a strategy. */
interface IndexedWindow {
  readonly index: number;
  readonly window: WindowOccurrences;
}

/**
 * Merges the dates of all levels; at one instant the highest level wins. A job that is due while
 * its window is closed is ready when the window opens.
 *
 * @param dates instants by level (see LEVELS).
 */
export function joinTriggers(
  dates: readonly { readonly level: number; readonly instants: readonly number[] }[],
  window: IndexedWindow | null,
  end: number,
): TriggerGroup {
  const [times, levels, occurrences]: [number[], number[], number[]] = [[], [], []];
  const lists = dates.map(({ level, instants }) => ({
    level,
    ready: Float64Array.from(instants, readyIn(window)).sort(),
    next: 0,
  }));
  const head = (list: (typeof lists)[number]): number => list.ready[list.next] ?? Infinity;
  for (;;) {
    const first = lists.reduce((a, b) => (head(b) < head(a) ? b : a));
    const time = head(first);
    if (time >= end) break;
    first.next++;
    if (times.at(-1) === time) levels.push(Math.min(first.level, levels.pop() ?? first.level));
    else {
      times.push(time);
      levels.push(first.level);
      occurrences.push(window ? occurrenceAt(window.window, time) : -1);
    }
  }
  return {
    times: Float64Array.from(times),
    levels: Uint8Array.from(levels),
    occurrences: Int32Array.from(occurrences),
    window: window ? window.index : -1,
  };
}

/** When a job that is due at an instant is ready; Infinity if its window does not open again. */
const readyIn =
  (window: IndexedWindow | null) =>
  (instant: number): number => {
    if (!window) return instant;
    const opens = window.window.opens[occurrenceAt(window.window, instant)];
    return Math.max(instant, opens ?? Infinity);
  };
