/**
 * Control characters (including terminal escapes), line separators, invisible characters and bidi
 * marks.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/**
 * The \u escape of a character, as in JSON.
 *
 * @example
 * spelled('<') // '\\u003c'
 */
export const spelled = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Escapes every character that is unsafe in a terminal, a log or a page.
 *
 * @example
 * escaped('a\u001b[31mb') // 'a\\u001b[31mb'
 */
export const escaped = (text: string): string => text.replace(UNSAFE, spelled);

/**
 * Formats a value as indented JSON with a final line break. Unsafe characters are written as JSON
 * escapes, so that a parser gets them back unchanged.
 *
 * @example
 * jsonText({ name: 'a\u202eb' }) // '{\n  "name": "a\\u202eb"\n}\n'
 */
export function jsonText(value: unknown): string {
  // Line breaks inside strings are escaped already; the others belong to the layout.
  const lines = JSON.stringify(value, null, 2).split('\n');
  return `${lines.map(escaped).join('\n')}\n`;
}

/** What is nested deeper is small, and written in one go. */
const PIECE_DEPTH = 5;

/** Pieces are gathered up to about so many characters. */
const PIECE = 65_536;

/**
 * The same text as that of `jsonText`, in pieces: for values whose text is longer than a string can
 * be.
 *
 * @param number what is written in place of a number.
 * @example
 * [...jsonPieces({ a: [] })].join('') // '{\n  "a": []\n}\n'
 */
export function* jsonPieces(
  value: unknown,
  number: (value: number) => number = (same) => same,
): Iterable<string> {
  let gathered = '';
  for (const piece of piecesOf(value, number, 0)) {
    gathered += piece;
    if (gathered.length < PIECE) continue;
    yield gathered;
    gathered = '';
  }
  yield `${gathered}\n`;
}

function* piecesOf(
  value: unknown,
  number: (value: number) => number,
  depth: number,
): Iterable<string> {
  const before = `\n${'  '.repeat(depth)}`;
  if (depth === PIECE_DEPTH || typeof value !== 'object' || value === null) {
    const field = (_: string, part: unknown) => (typeof part === 'number' ? number(part) : part);
    yield JSON.stringify(value, field, 2).split('\n').map(escaped).join(before);
    return;
  }
  const isList = Array.isArray(value);
  yield isList ? '[' : '{';
  let between = '';
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined && !isList) continue;
    yield `${between}${before}  ${isList ? '' : `${escaped(JSON.stringify(key))}: `}`;
    yield* piecesOf(part ?? null, number, depth + 1);
    between = ',';
  }
  yield `${between === '' ? '' : before}${isList ? ']' : '}'}`;
}
