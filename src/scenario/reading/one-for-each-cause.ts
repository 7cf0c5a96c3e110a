import type { z } from 'zod';
import { inOrder, type Problem } from '../../problem.ts';
import { scenario } from '../scenario.ts';
import { fromIssues } from './from-issue.ts';
import { pathOf } from './locator.ts';
import { mended, mendingsOf } from './mendings.ts';
import { danglingNames } from './references.ts';
import type { Source } from './source.ts';
import { isPromise } from './stands-elsewhere.ts';

type Raw = Readonly<Record<string, unknown>>;

/**
 * The problems in the order of the file, without those that only follow from another: what is gone
 * once misspelt keys and misplaced entries are mended, and a name that is unknown in several places.
 */
export function oneForEachCause(raw: Raw, found: Found, source: Source): readonly Problem[] {
  return oneForEachName(inOrder(ofTheirOwn(raw, found, source)));
}

/** What was found when a scenario was read. */
interface Found {
  readonly issues: readonly z.core.$ZodIssue[];
  /** Steps to each faulty field, of missing ones too. */
  readonly faults: readonly (readonly PropertyKey[])[];
  readonly problems: readonly Problem[];
}

/** Problems that are there too where all that can be guessed is mended, and what is to be mended. */
function ofTheirOwn(
  raw: Raw,
  { issues, faults, problems }: Found,
  source: Source,
): readonly Problem[] {
  const mendings = mendingsOf(raw, issues, faults, isPromise);
  if (mendings.length === 0) return problems;
  const left = mended(raw, mendings);
  const remaining = new Set([
    ...fromIssues(scenario.safeParse(left).error?.issues ?? [], { ...source, value: left }).map(
      identity,
    ),
    ...danglingNames(left).map(({ steps, message }) => identity({ path: pathOf(steps), message })),
  ]);
  const told = mendings.map(({ steps, message, hint }) => ({
    ...{ path: pathOf(steps), message, hint, place: source.place(steps) },
  }));
  const isTold = new Set(told.map(({ path }) => path));
  return [
    ...told,
    ...problems.filter((one) => !isTold.has(one.path) && remaining.has(identity(one))),
  ];
}

const identity = ({ path, message }: Pick<Problem, 'path' | 'message'>): string =>
  `${path}\n${message}`;

/** Lines that are listed of a name that is unknown in several. */
const MOST_LINES = 5;

function oneForEachName(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<unknown, Problem[]>();
  for (const problem of problems) {
    const name = unknownName(problem) ?? problem;
    const group = groups.get(name);
    if (group) group.push(problem);
    else groups.set(name, [problem]);
  }
  return [...groups.values()].map(([problem, ...others]) => withOthers(problem as Problem, others));
}

/** What is the same for a name, or a key, that is unknown in several places. */
function unknownName({ path, message, hint = '' }: Problem): string | undefined {
  if (/^there is no [\w ]+ "/.test(message)) return message;
  return hint.startsWith('did you mean ') && message === 'is not a field here'
    ? `${path.replace(/^.*\./, '')} ${hint}`
    : undefined;
}

function withOthers(problem: Problem, others: readonly Problem[]): Problem {
  if (others.length === 0) return problem;
  const lines = [...new Set(others.flatMap(({ place }) => place?.line ?? []))];
  const listed = lines.slice(0, MOST_LINES).join(', ');
  const more = lines.length > MOST_LINES ? ` and others` : '';
  const where = others.length === 1 ? 'in another place' : `in ${others.length} other places`;
  const hint = `the same ${where}, line${lines.length > 1 ? 's' : ''} ${listed}${more}`;
  return { ...problem, hint: problem.hint === undefined ? hint : `${problem.hint}; ${hint}` };
}
