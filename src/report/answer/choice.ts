import type { Unit } from '../result/figure.ts';
import type { StrategyResult } from '../result/result.ts';
import { scaleOf } from '../result/scale.ts';
import { usualJob } from './usual-job.ts';

/** One ground on which strategies are told apart: the less the better. */
interface Ground {
  readonly value: (strategy: StrategyResult) => number;
  /** What is said of the only one that is best. */
  readonly one: (best: StrategyResult) => string;
  /** What is said of several that are best while others are not. */
  readonly some: (best: StrategyResult) => string;
  /** What is said where all are alike. */
  readonly all: string;
}

const neverFills = ({ stored }: StrategyResult): boolean => stored.fullOn.never === 1;
const slowest = ({ recovery }: StrategyResult): number => recovery.worst?.seconds.p50 ?? Infinity;
const night = ({ jobs }: StrategyResult): number => usualJob(jobs)?.seconds.p50 ?? Infinity;

const costs = ({ cost }: StrategyResult): number => cost?.expected.p50 ?? Infinity;
const withPenalties = ({ cost }: StrategyResult): string =>
  cost && cost.penalties.p50 > 0 ? ', disasters counted' : '';

const chance = ({ loss }: StrategyResult): number => loss?.probability.p50 ?? 0;
/** A chance in powers of ten: what is a little likelier decides nothing, nor what is next to none. */
const magnitude = (strategy: StrategyResult): number =>
  Math.max(-6, Math.ceil(Math.log10(chance(strategy))));

/** From the weightiest down: what a full store or lost data cost no restore time makes good. */
const GROUNDS: readonly Ground[] = [
  {
    value: ({ stored }) => -stored.fullOn.never,
    one: (best) =>
      neverFills(best)
        ? 'it is the only one whose stores never fill'
        : 'its stores fill in the fewest trials',
    some: (best) => (neverFills(best) ? 'never fill a store' : 'fill a store in the fewest trials'),
    all: '',
  },
  {
    value: magnitude,
    one: (best) => `it loses everything least often (${inWords('share', chance(best))} a year)`,
    some: () => 'lose everything least often',
    all: '',
  },
  {
    value: costs,
    one: (best) =>
      `it costs least (${inWords('money', costs(best))} ${best.cost?.currency ?? ''} a year${withPenalties(best)})`,
    some: () => 'cost least',
    all: '',
  },
  {
    value: ({ stored }) => stored.peak.p50,
    one: ({ stored }) =>
      `it needs the least room (${inWords('bytes', stored.peak.p50)} at the peak)`,
    some: () => 'need the least room',
    all: 'need the same room',
  },
  {
    value: slowest,
    one: (best) =>
      `it restores fastest (${inWords('seconds', slowest(best))} for the slowest point)`,
    some: () => 'restore fastest',
    all: 'restore as fast',
  },
  {
    value: night,
    one: (best) => `its nightly job is the shortest (${inWords('seconds', night(best))})`,
    some: () => 'have the shortest nightly job',
    all: 'have as long a nightly job',
  },
];

/** What differs by less is rounding on the way, and decides nothing. */
const ROUNDING = 1e-9;

/** The best of some strategies, and what told it from the others that `do` as well as it. */
export interface Choice {
  readonly best: StrategyResult | undefined;
  readonly because: string;
}

/** Narrows the strategies down ground by ground, until one is left or only names tell them apart. */
export function choose(strategies: readonly StrategyResult[]): Choice {
  let left = [...strategies].sort((a, b) => (a.name < b.name ? -1 : 1));
  const narrowed: string[] = [];
  const alike: string[] = [];
  const among = (): string =>
    `of the ${left.length} that do${narrowed.map((words) => ` and ${words}`).join('')},${
      alike.length > 0 ? ` which ${listed(alike)},` : ''
    }`;
  for (const { value, one, some, all } of GROUNDS) {
    const least = left.reduce((lowest, each) => Math.min(lowest, value(each)), Infinity);
    const next = left.filter((each) => value(each) <= least + Math.abs(least) * ROUNDING);
    const [best] = next;
    if (!best) break;
    if (next.length === 1) return { best, because: `${among()} ${one(best)}` };
    if (next.length < left.length) narrowed.push(some(best));
    else if (all !== '') alike.push(all);
    left = next;
  }
  return { best: left[0], because: `${among()} it comes first by name` };
}

/**
 * Words as a list to read.
 *
 * @example
 * listed(['rpo', 'rto', 'fill']) // 'rpo, rto and fill'
 */
export const listed = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' and ');

/** One figure by itself, in its own unit. */
export function inWords(kind: Unit, value: number): string {
  const { number, unit } = scaleOf(kind, [value])(value);
  return `${number} ${unit}`.trim();
}
