/**
 * Control characters, among them terminal escapes, line separators, and marks that are not seen or
 * change the direction of writing.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/**
 * Spells a character as JSON and most languages do.
 *
 * @example
 * spelled('<') // '\\u003c'
 */
export const spelled = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Spells out every character that could do harm in a terminal, a log or a page.
 *
 * @example
 * escaped('a\u001b[31mb') // 'a\\u001b[31mb'
 */
export const escaped = (text: string): string => text.replace(UNSAFE, spelled);

/**
 * Writes a value as indented JSON with a line break at its end. Characters that could do harm are
 * spelled out, so that a reader of the JSON gets them back unchanged.
 *
 * @param field what to write for a field, as for `JSON.stringify`.
 * @example
 * jsonText({ name: 'a\u202eb' }) // '{\n  "name": "a\\u202eb"\n}\n'
 */
export function jsonText(value: unknown, field?: (key: string, value: unknown) => unknown): string {
  // Inside strings the line breaks are spelled out already; those that are left lay out the lines.
  const lines = JSON.stringify(value, field, 2).split('\n');
  return `${lines.map(escaped).join('\n')}\n`;
}
