import type { Run } from '../../../src/simulation/aftermath/run.ts';

type Figures = Readonly<Record<string, ArrayLike<number>>>;

/** Figures that count. */
const counted = ({ failed, skipped, unstarted, points, windowOutcomes }: Run): Figures => ({
  counts: [failed, skipped, unstarted, points],
  windows: [windowOutcomes.seen, windowOutcomes.missed, windowOutcomes.firstMiss],
});

/** Figures that jobs which are played event by event add up in other pieces. */
const rounded = ({ stored, gap, worstAge, series, durations }: Run): Figures => ({
  stored: [stored.peak, stored.end],
  ages: [gap, worstAge],
  series,
  ...Object.fromEntries(durations.map((seconds, index) => [`durations ${index}`, seconds])),
});

const same = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));
const near = (a: number, b: number): boolean =>
  same(a, b) || Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

/** Where the same run, played in two ways, came to something else by more than rounding, in words. */
export const differing = (one: Run, other: Run): string | null =>
  apart(counted(one), counted(other), same) ?? apart(rounded(one), rounded(other), near);

function apart(all: Figures, others: Figures, isSame: typeof same): string | null {
  for (const [name, values] of Object.entries(all)) {
    const [a, b] = [Array.from(values), Array.from(others[name] ?? [])];
    if (a.length !== b.length) return `${name}: ${a.length} and ${b.length}`;
    const at = a.findIndex((each, index) => !isSame(each, b[index] as number));
    if (at >= 0) return `${name}: ${a[at]} and ${b[at]} at ${at}`;
  }
  return null;
}
