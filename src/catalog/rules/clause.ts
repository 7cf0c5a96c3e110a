import { missingFact, sayFact } from './facts.ts';
import {
  type Clause,
  type Decision,
  type RuleFacts,
  STAFFINGS,
  STANDBYS,
  SWITCHES,
  type Test,
  TRANSPORTS,
} from './rule.ts';

type FactsOf<T> = {
  [F in keyof RuleFacts]-?: NonNullable<RuleFacts[F]> extends T ? F : never;
}[keyof RuleFacts];

/** Ordered values of a fact, from least to most. */
const LADDERS = {
  transport: TRANSPORTS,
  standby: STANDBYS,
  switchOver: SWITCHES,
  staffed: STAFFINGS,
} as const;

/** A clause; `more` gives a grade other than that of its rule, or a note. */
export const clause = (
  text: string,
  decide: Test,
  more: Omit<Clause, 'text' | 'decide'> = {},
): Clause => ({ text, decide, ...more });

/** A test of one fact; undecided if the fact is unknown. */
const byFact =
  <F extends keyof RuleFacts>(
    fact: F,
    holds: (value: NonNullable<RuleFacts[F]>) => boolean,
  ): Test =>
  (facts) => {
    const value = facts[fact];
    if (value === undefined || value === null) {
      return { verdict: 'undecided', missing: [missingFact(fact)] };
    }
    return { verdict: holds(value) ? 'kept' : 'broken', found: sayFact(fact, value) };
  };

/** Kept if the fact is at least the limit. */
export const atLeast = (fact: FactsOf<number>, limit: number): Test =>
  byFact(fact, (value) => value >= limit);

/** Kept if the fact is at most the limit. */
export const atMost = (fact: FactsOf<number>, limit: number): Test =>
  byFact(fact, (value) => value <= limit);

/** Kept if the fact is below the limit. */
export const below = (fact: FactsOf<number>, limit: number): Test =>
  byFact(fact, (value) => value < limit);

/** Kept if a recurring event occurs at all, that is, its interval is finite. */
export const happens = (fact: FactsOf<number>): Test => byFact(fact, Number.isFinite);

/** Kept if the fact is true. */
export const yes = (fact: FactsOf<boolean>): Test => byFact(fact, (value) => value);

/**
 * Kept if the fact is this value or a higher one of its ordered values.
 *
 * @example
 * reaches('standby', 'partial')({ standby: 'complete' }).verdict // 'kept'
 */
export function reaches<F extends keyof typeof LADDERS>(
  fact: F,
  least: (typeof LADDERS)[F][number],
): Test {
  const words: readonly string[] = LADDERS[fact];
  return byFact(fact, (word) => words.indexOf(word) >= words.indexOf(least));
}

/** Kept if the data contain no records of the class. */
export const without = (records: NonNullable<RuleFacts['records']>[number]): Test =>
  byFact('records', (classes) => !classes.includes(records));

/** What several tests found, without repeats. */
const foundBy = (decisions: readonly Decision[]): string =>
  [...new Set(decisions.flatMap((one) => ('found' in one ? one.found : [])))].join('; ');

const missingIn = (decisions: readonly Decision[]) => [
  ...new Map(
    decisions
      .flatMap((one) => ('missing' in one ? one.missing : []))
      .map((each) => [each.what, each]),
  ).values(),
];

/** Logical or: kept if one test is kept; else undecided if one is undecided; else broken. */
export const either =
  (...tests: readonly Test[]): Test =>
  (facts) => {
    const decisions = tests.map((test) => test(facts));
    const kept = decisions.filter(({ verdict }) => verdict === 'kept');
    if (kept.length > 0) return { verdict: 'kept', found: foundBy(kept) };
    const missing = missingIn(decisions);
    return missing.length > 0
      ? { verdict: 'undecided', missing }
      : { verdict: 'broken', found: foundBy(decisions) };
  };

/** Logical and: broken if one test is broken; else undecided if one is undecided; else kept. */
export const both =
  (...tests: readonly Test[]): Test =>
  (facts) => {
    const decisions = tests.map((test) => test(facts));
    const broken = decisions.filter(({ verdict }) => verdict === 'broken');
    if (broken.length > 0) return { verdict: 'broken', found: foundBy(broken) };
    const missing = missingIn(decisions);
    return missing.length > 0
      ? { verdict: 'undecided', missing }
      : { verdict: 'kept', found: foundBy(decisions) };
  };

const DAY = 86_400;
/** Time spans in seconds; a month is 30 days and a year 365, as in scenarios. */
export const span = {
  minutes: (count: number): number => count * 60,
  hours: (count: number): number => count * 3600,
  days: (count: number): number => count * DAY,
  months: (count: number): number => count * 30 * DAY,
  years: (count: number): number => count * 365 * DAY,
} as const;
