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
import { aliasFault } from './alias-nesting.ts';
import { jsonPart } from './json-part.ts';
import { locator, pathOf } from './locator.ts';
import { linesOf, placeAt } from './places.ts';
import { plainJson } from './plain-json.ts';
import { hasTooManyValues, isTooLargeForYaml, tooLargeForYaml } from './text-extent.ts';
import { yamlPart } from './yaml-part.ts';

/** Largest text that is parsed, in characters; scenarios are far smaller. */
export const MOST_TEXT = 16 * 2 ** 20;

/** Most syntax errors that are reported: later ones often follow from the first. */
const MOST_ERRORS = 10;

/** Deepest nesting that is read; the limit of the parser itself depends on the stack size. */
const MOST_DEPTH = 100;

/** Messages for syntax errors; those of the parser may quote the text. */
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

/** The value of a YAML or JSON text, and the place of each part. */
export interface Source {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Place of a field: of its key, or of the nearest enclosing part that exists. */
  place(path: readonly PropertyKey[]): Place;
  /** The same for a formatted path, e.g. `stores.disk.site`. */
  placeOf(path: string): Place;
}

/**
 * Parses YAML 1.2 or JSON. Syntax errors, duplicate keys and exponential alias expansion are
 * problems with their place; the text itself is never quoted.
 *
 * @param beginning hint for an empty text.
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
  if (hasTooManyValues(text)) return failed(TOO_MANY.message, TOO_MANY.hint);
  const value = plainJson(text, MOST_DEPTH);
  if (value) return ofJson(value, text, file);
  if (isTooLargeForYaml(text))
    return { ...failed('', ''), problems: [tooLargeForYaml(text, file)] };
  try {
    return read(text, file);
  } catch (error) {
    // The parser is recursive and throws when the stack overflows.
    if (error instanceof RangeError) return failed(TOO_DEEP.message, TOO_DEEP.hint);
    if (error instanceof ReferenceError) {
      return failed('has aliases that explode, or lead nowhere', 'write the values out');
    }
    throw error;
  }
}

/** A valid value of JSON; its places are looked up in the text when first asked. */
function ofJson(value: object, text: string, file: string): Source {
  const { offsetOf, stepsOf } = locator(jsonPart(text));
  let lines: LineCounter | undefined;
  const at = (offset: number): Place => {
    lines ??= linesOf(text);
    return placeAt(lines, file, offset);
  };
  return {
    value,
    problems: [],
    place: (path) => at(offsetOf(path)),
    placeOf: (path) => at(offsetOf(stepsOf(path))),
  };
}

/** Most open brackets, counted with those in quotes: more would take the parser minutes. */
const MOST_OPEN = 10_000;

function opensTooMany(text: string): boolean {
  let open = 0;
  for (let i = 0; i < text.length && open < MOST_OPEN; i++) {
    const code = text.charCodeAt(i) | 32;
    // Bit 32 maps [ to { and ] to }.
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
  const at = (offset: number): Place => placeAt(lines, file, offset);
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) throw new RangeError();
  const errors = firstOfEachLine(document.errors, (offset) => at(offset).line);
  const problems: Problem[] = errors.slice(0, MOST_ERRORS).map((error) => ({
    path: '',
    message: `is not YAML: ${SYNTAX[error.code] ?? error.code.toLowerCase().replaceAll('_', ' ')}`,
    hint: REMEDY[error.code] ?? 'check indentation, colons, quotes and brackets around this place',
    place: at(error.pos[0]),
  }));
  const root = document.contents;
  const { offsetOf, stepsOf } = locator(yamlPart(root));
  if (problems.length === 0) findBadKeys(root, '', at, problems);
  const value = problems.length === 0 ? document.toJS({ maxAliasCount: 100 }) : undefined;
  const fault = aliasFault(value, MOST_DEPTH);
  if (fault) {
    const said = fault.kind === 'circle' ? IN_A_CIRCLE : TOO_DEEP;
    problems.push({ path: pathOf(fault.steps), ...said, place: at(offsetOf(fault.steps)) });
  }
  return {
    value: fault ? undefined : value,
    problems,
    place: (path) => at(offsetOf(path)),
    placeOf: (path) => at(offsetOf(stepsOf(path))),
  };
}

/** The first error of each line: further ones usually follow from it. */
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
 * Finds duplicate keys, keys that are not names, and nesting that is too deep. Visits every mapping
 * once: linear in the number of keys.
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

const TOO_MANY = {
  message: 'has more values than can be simulated',
  hint: 'put what is alike together: a thousand machines as one workload of their summed size',
};
const TWICE = { message: 'stands here twice', hint: 'keep one' };
const NO_NAME = { message: 'has a key that is not text', hint: 'write a name before the colon' };
const IN_A_CIRCLE = { message: 'is an alias of what it is part of', hint: 'write the value out' };
const TOO_DEEP = { message: 'is nested too deeply', hint: 'use fewer brackets' };
/** Keys that a plain object cannot hold. */
const BAD_NAMES: ReadonlyMap<string, typeof TWICE> = new Map([
  ['__proto__', { message: 'is no name here', hint: 'choose another name' }],
]);
