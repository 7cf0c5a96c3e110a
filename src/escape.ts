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
 * @param field replacer, as for `JSON.stringify`.
 * @example
 * jsonText({ name: 'a\u202eb' }) // '{\n  "name": "a\\u202eb"\n}\n'
 */
export function jsonText(value: unknown, field?: (key: string, value: unknown) => unknown): string {
  // Line breaks inside strings are escaped already; the others belong to the layout.
  const lines = JSON.stringify(value, field, 2).split('\n');
  return `${lines.map(escaped).join('\n')}\n`;
}
