import { median } from 'simple-statistics';
import type { Judgement, Verdict } from './judgement.ts';
import { unitOf } from './metric.ts';
import type { Sample } from './sample.ts';
import { atFirstLook, LAST_DOUBT, type Looks, looksOf } from './stages.ts';
import { type Aligned, aligned, type Pair } from './statistics/alignment.ts';
import { detectable, pairsNeeded, spreadOf } from './statistics/detectable.ts';
import { holm } from './statistics/holm.ts';
import { labelSwaps } from './statistics/label-swaps.ts';
import { shiftAtLeast, shiftAtMost, shiftOf } from './statistics/shift.ts';
import { exactly, isTested, STEADY_PAIRS } from './tolerance.ts';

/** What was found of all samples, and how many pairs each would go on to. */
export interface Judged {
  readonly judgements: readonly Judgement[];
  /** Pairs that each sample wants, in the same order: those it has where it is decided. */
  readonly wanted: readonly number[];
}

/** How much of a limit must be exceeded for sure: of a true growth by the limit half the estimates lie below. */
const LEAST_PART = 0.5;
/** Seconds below which a difference of times is of no weight, whatever its share. */
const FLOOR = 0.05;
/** One-sided doubt with which what is called the same may be more than the limit. */
const SAME_DOUBT = 0.1;
const TAIL = 0.025;

/**
 * Judges samples of interleaved pairs, all of them together: amounts that do not vary by tolerance,
 * all others by an exact test, which looks twice.
 *
 * @param most pairs at the last look; null for as many as are usual.
 */
export function judge(samples: readonly Sample[], most: number | null): Judged {
  const tests = samples.filter(isTested).length;
  const looks = looksOf(tests, most);
  const states = samples.map((sample) => (isTested(sample) ? stateOf(sample, tests, looks) : null));
  const worse = adjusted(states, ({ isDecided, up }) => (isDecided ? 1 : up));
  const better = adjusted(states, ({ down }) => down);
  return {
    judgements: samples.map((sample, index) => {
      const state = states[index];
      if (!state) return exactly(sample);
      const chances = { up: worse[index] as number, down: better[index] as number };
      const level = LAST_DOUBT / tests;
      const found = { ...tested(sample, state, level), ...verdictOf(sample, state, chances) };
      return { ...found, ...(found.verdict === 'same' && unlike(sample, level)) };
    }),
    wanted: samples.map(({ pairs }, index) => {
      const state = states[index];
      if (!state) return STEADY_PAIRS;
      if (pairs.length < looks.first) return looks.first;
      return state.isDecided ? pairs.length : looks.last;
    }),
  };
}

/** Where one test stands: on which pairs, what they say, and whether the first look decided it. */
interface State {
  readonly sides: Aligned;
  readonly ratio: number;
  readonly growth: number;
  readonly up: number;
  readonly down: number;
  readonly isDecided: boolean;
  readonly first: 'worse' | 'stop' | 'open';
}

function stateOf({ pairs, limit }: Sample, tests: number, { first }: Looks): State {
  const early = stateOn(pairs.slice(0, first));
  const { up, ratio } = early;
  const found = pairs.length < first ? 'open' : atFirstLook(up, { ratio, limit, tests });
  const isDecided = found !== 'open';
  return { ...(isDecided ? early : stateOn(pairs)), isDecided, first: found };
}

function stateOn(pairs: readonly Pair[]): Omit<State, 'isDecided' | 'first'> {
  const sides = aligned(pairs.map(({ before, after }) => logged(before, after)));
  const ratio = Math.exp(shiftOf(sides));
  const { greater: up, less: down } = labelSwaps(sides);
  return { sides, ratio, growth: (ratio - 1) * median(pairs.map((pair) => pair.before)), up, down };
}

const logged = (before: number, after: number): Pair => ({
  before: Math.log(before),
  after: Math.log(after),
});

/** Probabilities of the tests by Holm; 1 for what is not tested. */
function adjusted(
  states: readonly (State | null)[],
  of: (state: State) => number,
): readonly number[] {
  const tests = states.flatMap((state) => (state ? [of(state)] : []));
  const all = holm(tests)[Symbol.iterator]();
  return states.map((state) => (state ? (all.next().value as number) : 1));
}

function verdictOf(
  { metric, limit }: Sample,
  { sides, ratio, growth, first }: State,
  { up, down }: { readonly up: number; readonly down: number },
): Pick<Judgement, 'verdict' | 'note'> {
  const least = 1 + limit * LEAST_PART;
  const isWorse = first === 'worse' || (up <= LAST_DOUBT && ratio >= least);
  if (isWorse && unitOf(metric) === 'seconds' && growth < FLOOR) {
    return { verdict: 'same', note: `worse by less than ${FLOOR} s, which is of no weight` };
  }
  if (isWorse) return { verdict: 'worse', note: null };
  if (down <= LAST_DOUBT && ratio <= 1 / least) return { verdict: 'better', note: null };
  const bound = Math.expm1(shiftAtMost(sides, SAME_DOUBT));
  const isSame = bound < limit || (first === 'stop' && bound < 2 * limit);
  return { verdict: isSame ? 'same' : 'cannot tell', note: isSame ? null : 'too much noise' };
}

/**
 * What is said of a time that is the same by its clock and longer by another: it may wait more than it
 * did, which processor time does not tell. That is no reason to fail, nor to pass.
 */
function unlike(
  { limit, clock, others }: Sample,
  level: number,
): Pick<Judgement, 'verdict' | 'note'> | null {
  for (const other of others) {
    const { up, ratio } = stateOn(other.pairs);
    if (up > level || ratio < 1 + limit) continue;
    const growth = `${Math.round((ratio - 1) * 100)} %`;
    const note = `${clock} is the same, but ${other.clock} grew by ${growth}: it may wait longer; limit ${other.clock} itself`;
    return { verdict: 'cannot tell', note };
  }
  return null;
}

function tested(
  { scenario, metric, clock, limit, pairs }: Sample,
  { sides, ratio, up }: State,
  level: number,
): Judgement {
  const interval = { low: shiftAtLeast(sides, TAIL), high: shiftAtMost(sides, TAIL) };
  const logs = pairs.map(({ before, after }) => logged(before, after));
  const verdict: Verdict = 'cannot tell';
  return {
    ...{ scenario, metric, clock, unit: unitOf(metric), limit, verdict, how: 'tested' },
    pairs: sides.before.length,
    before: median(pairs.map((pair) => pair.before)),
    after: median(pairs.map((pair) => pair.after)),
    ratio,
    low: finite(Math.exp(interval.low), interval.low),
    high: finite(Math.exp(interval.high), interval.high),
    chance: up,
    detectable: detectable(interval, level),
    needed: pairsNeeded(spreadOf(logs), limit, level),
    note: null,
  };
}

const finite = (value: number, logarithm: number): number | null =>
  Number.isFinite(logarithm) ? value : null;
