import type { StrategyResult } from '../result/result.ts';
import { costTheSame, notUndercut, ROUNDING } from './cost-order.ts';
import { inWords, listed } from './in-words.ts';
import { lackingPrice } from './unpriced.ts';
import { usualJob } from './usual-job.ts';

/** One ground on which strategies are told apart. */
interface Ground {
  /** Those that are best. */
  readonly best: (strategies: readonly StrategyResult[]) => readonly StrategyResult[];
  /** What is said of the only one that is best. */
  readonly one: (best: StrategyResult) => string;
  /** What is said of several that are best while others are not. */
  readonly some: (best: readonly StrategyResult[]) => string;
  /** What is said where this tells none of them apart; nothing where that goes without saying. */
  readonly all: (strategies: readonly StrategyResult[]) => string;
}

/** A ground on which the least is best. */
const least =
  (value: (strategy: StrategyResult) => number): Ground['best'] =>
  (strategies) => {
    const lowest = strategies.reduce((low, each) => Math.min(low, value(each)), Infinity);
    return strategies.filter((each) => value(each) <= lowest + Math.abs(lowest) * ROUNDING);
  };
const silent = (): string => '';

const neverFills = ({ stored }: StrategyResult): boolean => stored.fullOn.never === 1;
const slowest = ({ recovery }: StrategyResult): number => recovery.worst?.seconds.p50 ?? Infinity;
const night = ({ jobs }: StrategyResult): number => usualJob(jobs)?.seconds.p50 ?? Infinity;

const chance = ({ loss }: StrategyResult): number => loss?.probability.p50 ?? 0;
/** A chance in powers of ten: what is a little likelier decides nothing, nor what is next to none. */
const magnitude = (strategy: StrategyResult): number =>
  Math.max(-6, Math.ceil(Math.log10(chance(strategy))));

/** From the weightiest down: what is never backed up, a full store or lost data no restore time makes good. */
const GROUNDS: readonly Ground[] = [
  {
    best: least(({ unprotected }) => unprotected.length),
    one: ({ unprotected }) =>
      unprotected.length === 0
        ? 'it is the only one that backs up every workload'
        : 'it leaves the fewest workloads without a backup',
    some: ([best]) =>
      best?.unprotected.length === 0
        ? 'back up every workload'
        : 'leave the fewest workloads without a backup',
    all: silent,
  },
  {
    best: least(({ stored }) => -stored.fullOn.never),
    one: (best) =>
      neverFills(best)
        ? 'it is the only one whose stores never fill'
        : 'its stores fill in the fewest trials',
    some: ([best]) =>
      best && neverFills(best) ? 'never fill a store' : 'fill a store in the fewest trials',
    all: silent,
  },
  {
    best: least(magnitude),
    one: (best) => `it loses everything least often (${inWords('share', chance(best))} a year)`,
    some: () => 'lose everything least often',
    all: silent,
  },
  {
    best: notUndercut,
    one: (best) => `it costs least (${costInWords(best)})`,
    some: (best) => (costTheSame(best) ? 'cost least' : 'may cost least'),
    all: (strategies) => {
      const isKnown = strategies.some(({ cost }) => cost !== null);
      if (!isKnown || costTheSame(strategies)) return '';
      return `cannot be compared by cost (${haveNoPrice(strategies)})`;
    },
  },
  {
    best: least(({ stored }) => stored.peak.p50),
    one: ({ stored }) =>
      `it needs the least room (${inWords('bytes', stored.peak.p50)} at the peak)`,
    some: () => 'need the least room',
    all: () => 'need the same room',
  },
  {
    best: least(slowest),
    one: (best) =>
      `it restores fastest (${inWords('seconds', slowest(best))} for the slowest point)`,
    some: () => 'restore fastest',
    all: () => 'restore as fast',
  },
  {
    best: least(night),
    one: (best) => `its nightly job is the shortest (${inWords('seconds', night(best))})`,
    some: () => 'have the shortest nightly job',
    all: () => 'have as long a nightly job',
  },
];

/** The cost of the cheapest; what of it has no price, all the others pay for as well. */
function costInWords(best: StrategyResult): string {
  const { cost, unpriced, loss } = best;
  const isBare = (loss?.unpriced.p50 ?? 0) > 0;
  const least = unpriced.length > 0 || isBare ? 'at least ' : '';
  const disasters = cost && cost.penalties.p50 > 0 ? ', disasters counted' : '';
  const sum =
    cost && `${least}${inWords('money', cost.expected.p50)} ${cost.currency} a year${disasters}`;
  const missing = unpriced.length > 0 ? `${haveNoPrice([best])}, and all pay for that` : null;
  const lost = isBare ? 'what is wholly lost has no price' : null;
  return [sum, missing, lost].filter((part) => part !== null).join('; ');
}

function haveNoPrice(strategies: readonly StrategyResult[]): string {
  const names = lackingPrice(strategies.flatMap(({ unpriced }) => unpriced));
  return `${listed(names)} ${names.length === 1 ? 'has' : 'have'} no full price`;
}

/** The best of some strategies, and what told it from the others that `do` as well as it. */
export interface Choice {
  readonly best: StrategyResult | undefined;
  readonly because: string;
}

/** Narrows the strategies down ground by ground, until one is left or only names tell them apart. */
export function choose(strategies: readonly StrategyResult[]): Choice {
  let left: readonly StrategyResult[] = [...strategies].sort((a, b) => (a.name < b.name ? -1 : 1));
  const narrowed: string[] = [];
  const alike: string[] = [];
  const among = (): string =>
    `of the ${left.length} that do${narrowed.map((words) => ` and ${words}`).join('')},${
      alike.length > 0 ? ` which ${listed(alike)},` : ''
    }`;
  for (const { best: bestOf, one, some, all } of GROUNDS) {
    const next = bestOf(left);
    const [best] = next;
    if (!best) break;
    if (next.length === 1) return { best, because: `${among()} ${one(best)}` };
    const isNarrower = next.length < left.length;
    if (isNarrower) narrowed.push(some(next));
    const words = isNarrower ? '' : all(left);
    if (words !== '') alike.push(words);
    left = next;
  }
  return { best: left[0], because: `${among()} it comes first by name` };
}
