import type { Plan } from '../plan/plan.ts';
import { sweepCopies } from './best-copy.ts';
import type { Gap } from './gap.ts';
import { type Candidates, validFrom, validUntil } from './newest-point.ts';
import type { Exposed } from './passed-over.ts';
import { gapOfLeft } from './vault-gap.ts';

const NO_GAP: Gap = { seconds: Infinity, store: -1, since: Number.NaN };

/** What a disaster leaves of the copies of a workload, and from when on that is judged. */
interface Left {
  readonly left: readonly Exposed[];
  readonly lists: readonly Candidates[];
  readonly seeded: number;
}

/**
 * The longest gap between points after a disaster: at each instant that of the copy with the shortest.
 * A copy whose newest good point is there has the gap of its schedule; one of which that point was
 * removed before the damage was seen, or is no longer locked, the gap that removal has left.
 *
 * @example
 * // daily points, of which three are kept and then one a week; damage that sleeps for five days: 7 d
 */
export function gapAfter(plan: Plan, { left, lists, seeded }: Left): Gap {
  const own = left.map(({ source }) => gapOfLeft(plan, source.copy));
  const shortest = own.reduce((least, gap) => (gap.seconds < least.seconds ? gap : least), NO_GAP);
  const first = lists[own.indexOf(shortest)];
  if (!first || isAlwaysThere(first, seeded, plan.end)) return shortest;
  let longest = shortest;
  const note = (end: number, newest: Int32Array, next: Int32Array): void => {
    if (end <= seeded) return;
    let best = NO_GAP;
    for (const [list, candidates] of lists.entries()) {
      const gap = gapAt(plan, own[list] as Gap, candidates, [
        newest[list] as number,
        next[list] as number,
      ]);
      if (gap.seconds < best.seconds) best = gap;
    }
    if (best.seconds > longest.seconds && best.seconds < Infinity) longest = best;
  };
  sweepCopies(
    lists,
    plan.end,
    (_, end, newest, next) => {
      note(end, newest, next);
      return newest.findIndex((index) => index >= 0);
    },
    () => {},
  );
  return longest;
}

/** The gap of a copy while one of its points is the newest that is good, and another the next to be so. */
function gapAt(
  { end }: Plan,
  own: Gap,
  { points: { count, time }, silent }: Candidates,
  [newest, next]: readonly [number, number],
): Gap {
  if (newest < 0) return NO_GAP;
  if (newest === next - 1) return own;
  const since = time[newest] as number;
  const until = next < count ? (time[next] as number) : end - silent;
  return { seconds: until - since, store: own.store, since };
}

/** Whether each point of a copy is there from when it is good until the next one is. */
function isAlwaysThere(list: Candidates, seeded: number, end: number): boolean {
  for (let index = 0; index < list.points.count; index++) {
    const next = Math.min(end, validFrom(list, index + 1));
    if (next > seeded && validUntil(list, index) < next && validFrom(list, index) < next) {
      return false;
    }
  }
  return true;
}
