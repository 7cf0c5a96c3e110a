import { escaped } from './escape.ts';

/** Position of a problem in a file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * An input error that the user has to fix. The core returns problems as values and never throws
 * them, so that all can be reported together.
 *
 * @property path of the field, e.g. `workloads.ledger.size`; empty for the whole file.
 * @property message what is wrong, without the path and without a final full stop.
 * @property hint what to write or do instead.
 * @property line the text of the line at its place, where it may be shown.
 */
export interface Problem {
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
  readonly place?: Place;
  readonly line?: string;
}

/** Problems sorted by line and column. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) =>
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );

/** A value, or every problem that prevents it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Carries problems through code that cannot return them; caught only in `cli/main.ts`. */
export class ProblemsFound extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'ProblemsFound';
    this.problems = problems;
  }
}

/**
 * Makes text safe for a terminal or a log: control characters (including terminal escapes) and bidi
 * marks become visible escapes, and the text is cut to `limit` characters.
 *
 * @example
 * visible('a\u001b[31mb') // 'a\\u001b[31mb'
 */
export function visible(text: string, limit = 200): string {
  const safe = escaped(text);
  return safe.length > limit ? `${safe.slice(0, limit)}…` : safe;
}

/**
 * Formats a problem on one line: place, path, message, hint.
 *
 * @example
 * describe({ path: 'stores.disk.capacity', message: '4000 has no unit', hint: 'write "4 TiB"' })
 * // 'stores.disk.capacity: 4000 has no unit; write "4 TiB"'
 */
export function describe(problem: Problem): string {
  const { place, path, message, hint } = problem;
  const where = place ? `${visible(place.file, 4096)}:${place.line}:${place.column}: ` : '';
  const name = path ? `${visible(path, 500)}: ` : '';
  const remedy = hint ? `; ${visible(hint, 1000)}` : '';
  return `${where}${name}${visible(message, 1000)}${remedy}`;
}
