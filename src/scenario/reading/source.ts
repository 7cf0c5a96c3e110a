import {
  type ErrorCode,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { Place, Problem } from '../../problem.ts';
import { locator } from './locator.ts';
import { plainJson } from './plain-json.ts';

/** The most text that is parsed; a scenario is written by people and is never near it. */
export const MOST_TEXT = 16 * 2 ** 20;

/** After a first syntax error others often only follow from it. */
const MOST_ERRORS = 10;

/** The deepest nesting that is read: a bound of ours, as the parser's own depends on the stack's size. */
const MOST_DEPTH = 100;

/** What is wrong with the text, in the words of people: the parser's own may quote it. */
const SYNTAX: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: 'a * begins an alias without a name',
  BAD_DQ_ESCAPE: 'a backslash in double quotes begins nothing known',
  BAD_INDENT: 'a line is not indented as those around it',
  BAD_SCALAR_START: 'a character that no value may begin with',
  BLOCK_AS_IMPLICIT_KEY: 'a second colon in the line, or what is below is indented too far',
  DUPLICATE_KEY: 'a key stands here twice',
  MISSING_CHAR: 'a quote, bracket, colon or comma is missing',
  MULTILINE_IMPLICIT_KEY: 'a line without a colon',
  MULTIPLE_DOCS: 'a second document begins here',
  TAB_AS_INDENT: 'a tab indents a line',
  UNEXPECTED_TOKEN: 'something stands where it may not',
};

const REMEDY: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: 'put the value in quotes',
  BAD_DQ_ESCAPE: 'use single quotes',
  BAD_SCALAR_START: 'put the value in quotes',
  MULTIPLE_DOCS: 'write one scenario a file, without ---',
  TAB_AS_INDENT: 'write spaces',
};

/** The plain value of a YAML or JSON text, and where each part of it stands. */
export interface Source {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The place of a field: of its key, or where there is none of what encloses it. */
  place(path: readonly PropertyKey[]): Place;
  /** The same for a path as it is shown, e.g. `stores.disk.site`. */
  placeOf(path: string): Place;
}

/**
 * Parses YAML 1.2 (JSON is read too). Syntax errors, duplicate keys and aliases that explode are
 * problems with their place; the text itself is not quoted.
 *
 * @param beginning what to do about an empty text.
 */
export function parseSource(
  text: string,
  file: string,
  beginning = 'start from one of the scenarios that ship',
): Source {
  const start: Place = { file, line: 1, column: 1 };
  const failed = (message: string, hint: string): Source => ({
    value: undefined,
    problems: [{ path: '', message, hint, place: start }],
    place: () => start,
    placeOf: () => start,
  });
  if (text.length > MOST_TEXT) return failed('is larger than 16 MiB', 'a scenario is a small file');
  if (text.trim() === '') return failed('is empty', beginning);
  if (opensTooMany(text)) return failed(TOO_DEEP.message, TOO_DEEP.hint);
  const value = plainJson(text, MOST_DEPTH);
  if (value) return placedLater(value, () => read(text, file));
  try {
    return read(text, file);
  } catch (error) {
    // The parser recurses, and gives up at once or half-way where the stack ends.
    if (error instanceof RangeError) return failed(TOO_DEEP.message, TOO_DEEP.hint);
    if (error instanceof ReferenceError) {
      return failed('has aliases that explode, or lead nowhere', 'write the values out');
    }
    throw error;
  }
}

/** A value without problems, of which places are only looked for when somebody asks for one. */
function placedLater(value: object, read: () => Source): Source {
  let source: Source | undefined;
  const whole = (): Source => {
    source ??= read();
    return source;
  };
  return {
    value,
    problems: [],
    place: (path) => whole().place(path),
    placeOf: (path) => whole().placeOf(path),
  };
}

/** Brackets may stand in quotes, but never so many: the parser would take minutes and much memory. */
const MOST_OPEN = 10_000;

function opensTooMany(text: string): boolean {
  let open = 0;
  for (let i = 0; i < text.length && open < MOST_OPEN; i++) {
    const code = text.charCodeAt(i) | 32;
    // [ and { differ by that bit, and so do ] and }.
    if (code === 123) open++;
    else if (code === 125) open--;
  }
  return open >= MOST_OPEN;
}

function read(text: string, file: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) throw new RangeError();
  const errors = firstOfEachLine(document.errors, (offset) => at(offset).line);
  const problems: Problem[] = errors.slice(0, MOST_ERRORS).map((error) => ({
    path: '',
    message: `is not YAML: ${SYNTAX[error.code] ?? error.code.toLowerCase().replaceAll('_', ' ')}`,
    hint: REMEDY[error.code] ?? 'check indentation, colons, quotes and brackets around this place',
    place: at(error.pos[0]),
  }));
  const root = document.contents;
  const { offsetOf, stepsOf } = locator(root);
  if (problems.length === 0) findBadKeys(root, '', at, problems);
  return {
    value: problems.length === 0 ? document.toJS({ maxAliasCount: 100 }) : undefined,
    problems,
    place: (path) => at(offsetOf(path)),
    placeOf: (path) => at(offsetOf(stepsOf(path))),
  };
}

/** What is wrong first in each line: the rest of it only follows. */
function firstOfEachLine<E extends { readonly pos: readonly [number, number] }>(
  errors: readonly E[],
  lineAt: (offset: number) => number,
): readonly E[] {
  const seen = new Set<number>();
  return errors.filter(({ pos }) => {
    const line = lineAt(pos[0]);
    const isFirst = !seen.has(line);
    seen.add(line);
    return isFirst;
  });
}

/**
 * Finds keys that stand twice or are no names, and what is nested too deeply. Visits every mapping
 * once, so that many keys cost no more than their number.
 */
function findBadKeys(
  node: Node | null,
  path: string,
  at: (offset: number) => Place,
  problems: Problem[],
  depth = 0,
): void {
  if (depth > MOST_DEPTH) {
    problems.push({ path, ...TOO_DEEP, place: at(startOf(node) ?? 0) });
    return;
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      findBadKeys(item as Node, `${path}[${index}]`, at, problems, depth + 1);
    }
  }
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    const isName = isScalar(key) && key.value !== null;
    const name = isName ? String(key.value) : '';
    const inner = path === '' ? name : `${path}.${name}`;
    const wrong = seen.has(name) ? TWICE : isName ? BAD_NAMES.get(name) : NO_NAME;
    const place = () => at(startOf(key) ?? startOf(node) ?? 0);
    if (wrong) problems.push({ path: inner, ...wrong, place: place() });
    seen.add(name);
    findBadKeys(value as Node | null, inner, at, problems, depth + 1);
  }
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

const TWICE = { message: 'stands here twice', hint: 'keep one' };
const NO_NAME = { message: 'has a key that is not text', hint: 'write a name before the colon' };
const TOO_DEEP = { message: 'is nested too deeply', hint: 'use fewer brackets' };
/** Names that would not survive as such in a plain value. */
const BAD_NAMES: ReadonlyMap<string, typeof TWICE> = new Map([
  ['__proto__', { message: 'is no name here', hint: 'choose another name' }],
]);
