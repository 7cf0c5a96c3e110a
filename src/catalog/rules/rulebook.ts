import { nearest } from '../suggest.ts';
import { CHINA } from './china.ts';
import { EUROPE } from './europe.ts';
import { GBT20988 } from './gbt20988.ts';
import { PRACTICE } from './practice.ts';
import type { Rule } from './rule.ts';
import { UNITED_STATES } from './united-states.ts';

/** Values of `objectives.rules`, in display order. */
export const RULEBOOK: readonly Rule[] = [
  ...PRACTICE,
  ...UNITED_STATES,
  ...EUROPE,
  ...CHINA,
  ...GBT20988,
];

/** The rule of that name, if there is one. */
export const rule = (name: string): Rule | undefined => RULEBOOK.find((each) => each.name === name);

/**
 * Hint for the name of a rule that does not exist.
 *
 * @example
 * ruleHint('us.sec.17a4') // 'did you mean us.sec.17a-4?'
 */
export function ruleHint(wrong: string): string {
  const near = nearest(
    wrong,
    RULEBOOK.map(({ name }) => name),
  );
  return near.length > 0
    ? `did you mean ${near.join(' or ')}?`
    : '"backcast catalog list rule" prints every rule';
}
