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

/** Words of a fact, from the least to the most. */
const LADDERS = {
  transport: TRANSPORTS,
  standby: STANDBYS,
  switchOver: SWITCHES,
  staffed: STAFFINGS,
} as const;

/** A clause whose number has another grade than its rule, or that needs a word of explanation. */
export const clause = (
  text: string,
  decide: Test,
  more: Omit<Clause, 'text' | 'decide'> = {},
): Clause => ({ text, decide, ...more });

/** Decides by one fact, where it is known. */
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

/** Kept where the fact is the limit or more. */
export const atLeast = (fact: FactsOf<number>, limit: number): Test =>
  byFact(fact, (value) => value >= limit);

/** Kept where the fact is the limit or less. */
export const atMost = (fact: FactsOf<number>, limit: number): Test =>
  byFact(fact, (value) => value <= limit);

/** Kept where the fact is less than the limit. */
export const below = (fact: FactsOf<number>, limit: number): Test =>
  byFact(fact, (value) => value < limit);

/** Kept where something that is repeated happens at all, however seldom. */
export const happens = (fact: FactsOf<number>): Test => byFact(fact, Number.isFinite);

/** Kept where the answer is yes. */
export const yes = (fact: FactsOf<boolean>): Test => byFact(fact, (value) => value);

/**
 * Kept where the fact is this word or one that stands for more.
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

/** Kept where no record of the class is among the data. */
export const without = (records: NonNullable<RuleFacts['records']>[number]): Test =>
  byFact('records', (classes) => !classes.includes(records));

/** What several tests found, once each. */
const foundBy = (decisions: readonly Decision[]): string =>
  [...new Set(decisions.flatMap((one) => ('found' in one ? one.found : [])))].join('; ');

const missingIn = (decisions: readonly Decision[]) => [
  ...new Map(
    decisions
      .flatMap((one) => ('missing' in one ? one.missing : []))
      .map((each) => [each.what, each]),
  ).values(),
];

/** One kept test suffices; undecided while one that could still be kept is not decided. */
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

/** Every test must be kept; one that is broken decides, whatever is missing for the others. */
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
/** Seconds of so many minutes, days, months of 30 days or years of 365, as scenarios count them. */
export const span = {
  minutes: (count: number): number => count * 60,
  hours: (count: number): number => count * 3600,
  days: (count: number): number => count * DAY,
  months: (count: number): number => count * 30 * DAY,
  years: (count: number): number => count * 365 * DAY,
} as const;
