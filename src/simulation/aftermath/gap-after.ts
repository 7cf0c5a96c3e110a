import type { Plan } from '../plan/plan.ts';
import { sweepCopies } from './best-copy.ts';
import type { Gap } from './gap.ts';
import { gapOfLeft } from './gap-of-left.ts';
import { type Candidates, validFrom, validUntil } from './newest-point.ts';
import type { Exposed } from './passed-over.ts';

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
  sweepCopies(
    lists,
    plan.end,
    (_, end, newest, next) => {
      if (end <= seeded) return 0;
      let [least, at] = [Infinity, -1];
      for (let list = 0; list < lists.length; list++) {
        const index = newest[list] as number;
        if (index < 0) continue;
        const follows = next[list] as number;
        // The schedule decides while the newest good point is there.
        const seconds =
          index === follows - 1
            ? (own[list] as Gap).seconds
            : sinceRemoval(lists[list] as Candidates, index, follows, plan.end);
        if (seconds < least) [least, at] = [seconds, list];
      }
      if (at >= 0 && least > longest.seconds) {
        const since = lists[at]?.points.time[newest[at] as number] as number;
        longest = { seconds: least, store: (own[at] as Gap).store, since };
      }
      return 0;
    },
    () => {},
  );
  return longest;
}

/** Seconds from a point to the next that is not yet known to be good, those in between being gone. */
const sinceRemoval = (
  { points: { count, time }, silent }: Candidates,
  index: number,
  follows: number,
  end: number,
): number => (follows < count ? (time[follows] as number) : end - silent) - (time[index] as number);

/** Whether each point of a copy is there from when it is good until the next one is. */
function isAlwaysThere(list: Candidates, seeded: number, end: number): boolean {
  const { count } = list.points;
  let from = validFrom(list, 0);
  for (let index = 0; index < count; index++) {
    const following = validFrom(list, index + 1);
    const next = Math.min(end, following);
    if (next > seeded && validUntil(list, index) < next && from < next) return false;
    from = following;
  }
  return true;
}
