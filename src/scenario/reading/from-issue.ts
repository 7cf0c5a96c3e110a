import type { z } from 'zod';
import { nearest } from '../../catalog/suggest.ts';
import type { Problem } from '../../problem.ts';
import { kindOf, namesIn } from '../language/declare.ts';
import { pathOf } from './locator.ts';
import type { Source } from './source.ts';
import { hintElsewhere, hintOfMapping } from './stands-elsewhere.ts';

/** Turns zod issues into problems with messages, hints and places. */
export function fromIssues(issues: readonly z.core.$ZodIssue[], source: Source): Problem[] {
  const guesses = { left: MOST_GUESSES };
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? unknownFields(issue, source, guesses)
      : fromIssue(issue, source),
  );
}

function fromIssue(issue: z.core.$ZodIssue, source: Source): Problem[] {
  const { path } = issue;
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => problem(source, path, message, 'choose another name'));
  }
  const value = valueAt(source.value, path);
  if (value === undefined) return [problem(source, path, 'is missing', hintOf(issue))];
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(issue, value, source)];
    case 'invalid_value':
      return [wrongWord(issue, value, source)];
    case 'too_small':
    case 'too_big':
      return [problem(source, path, ...wrongSize(issue))];
    default:
      return [problem(source, path, lowerFirst(issue.message), hintOf(issue))];
  }
}

const problem = (
  source: Source,
  steps: readonly PropertyKey[],
  message: string,
  hint?: string,
): Problem => ({
  path: pathOf(steps),
  message,
  ...(hint === undefined ? {} : { hint }),
  place: source.place(steps),
});

/** Number of unknown fields that get a spelling suggestion: each costs time. */
const MOST_GUESSES = 50;

function unknownFields(
  issue: z.core.$ZodIssueUnrecognizedKeys,
  source: Source,
  guesses: { left: number },
): Problem[] {
  const known = namesIn(issue.message);
  const list = known.length > 0 ? `known are ${known.join(', ')}` : 'leave it out';
  return issue.keys.map((key) => {
    const elsewhere = hintElsewhere(key, issue.path);
    const near = !elsewhere && guesses.left-- > 0 ? nearest(key, known, 1)[0] : undefined;
    const hint = elsewhere ?? (near ? `did you mean ${near}? ${list}` : list);
    return problem(source, [...issue.path, key], 'is not a field here', hint);
  });
}

function wrongWord(issue: z.core.$ZodIssueInvalidValue, value: unknown, source: Source): Problem {
  const words = issue.values.map(String);
  const near = typeof value === 'string' ? nearest(value, words, 1)[0] : undefined;
  const guess = near ? `did you mean ${near}? ` : '';
  const shown = typeof value === 'string' ? `"${value}"` : kindOf(value);
  return problem(
    source,
    issue.path,
    `${shown} is not one of the choices`,
    `${guess}write ${words.join(', ')}`,
  );
}

function wrongType(issue: z.core.$ZodIssueInvalidType, value: unknown, source: Source): Problem {
  const expected = WORDS[issue.expected] ?? `a ${issue.expected}`;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return problem(source, issue.path, 'should be a finite number', 'write it out, such as 0.7');
  }
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  const quoted = issue.expected === 'string' && isScalar;
  const mapping = issue.expected === 'object' ? hintOfMapping(issue.path) : undefined;
  const hint = quoted ? 'put it in quotes' : (mapping ?? HINTS[issue.expected]);
  return problem(source, issue.path, `should be ${expected}, not ${kindOf(value)}`, hint);
}

const WORDS: Readonly<Record<string, string>> = {
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  tuple: 'a list',
  string: 'text',
  boolean: 'true or false',
};

const HINTS: Readonly<Record<string, string>> = {
  object: 'write its fields below it, indented',
  record: 'write its entries below it, indented, each with a name',
  array: 'write a list: [a, b], or each entry after "- "',
  tuple: 'write a list: [a, b], or each entry after "- "',
  number: 'write a number such as 0.7',
  string: 'write some words',
  boolean: 'write true or false',
};

/** Message and hint for too few or too many entries, or a number that is too small or large. */
function wrongSize(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
): readonly [string, string] {
  const { origin, inclusive } = issue;
  const small = issue.code === 'too_small';
  const bound = small ? issue.minimum : issue.maximum;
  const most = small ? 'least' : 'most';
  if (origin === 'array') {
    const entries = bound === 1 ? 'entry' : 'entries';
    return [
      `should have at ${most} ${bound} ${entries}`,
      'write a list: [a, b], or each entry after "- "',
    ];
  }
  if (origin === 'string') {
    return small
      ? ['is empty', 'write some words, or leave it out']
      : [`is longer than ${bound} characters`, 'say it in fewer words'];
  }
  const message = inclusive ? `must be at ${most} ${bound}` : `must be more than ${bound}`;
  return [message, 'write a number such as 0.7'];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function hintOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_type') return HINTS[issue.expected];
  return issue.code === 'custom' ? (issue.params?.hint as string | undefined) : undefined;
}

function valueAt(root: unknown, steps: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
