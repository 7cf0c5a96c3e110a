import { escaped } from './escape.ts';

/** Where in a file a problem stands; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Something the user has to fix. A problem is a value, never thrown by the core, so that all of
 * them can be reported together.
 *
 * @property path names the field, e.g. `workloads.ledger.size`; empty for the whole file.
 * @property message says what is wrong, without a closing full stop and without the path.
 * @property hint says what to write or do instead.
 */
export interface Problem {
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
  readonly place?: Place;
}

/** Either a value or every problem that stood in the way of one. */
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
 * Makes text from a file safe to show in a terminal or a log: control characters, among them
 * terminal escapes, and marks that change the direction of writing become visible escapes, and
 * the text is cut to `limit` characters.
 *
 * @example
 * visible('a\u001b[31mb') // 'a\\u001b[31mb'
 */
export function visible(text: string, limit = 200): string {
  const safe = escaped(text);
  return safe.length > limit ? `${safe.slice(0, limit)}…` : safe;
}

/**
 * Writes a problem on one line for people: place, path, what is wrong, what to do instead.
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
