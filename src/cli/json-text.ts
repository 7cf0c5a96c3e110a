const UNSAFE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/**
 * Writes a value as indented JSON with a line break at its end. Characters that could do harm in a
 * terminal (control characters, marks that change the direction of writing) are written as `\u`
 * escapes, so that a reader of the JSON gets them back unchanged.
 *
 * @example
 * jsonText({ name: 'a\u202eb' }) // '{\n  "name": "a\\u202eb"\n}\n'
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return `${text.replace(UNSAFE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
