import { result as contract, type Result } from './result.ts';

const DIGITS = 12;
const UNSAFE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/**
 * Writes a result as JSON: keys in the order of the contract, numbers with 12 significant digits,
 * a line break at the end. Characters that could do harm in a terminal or a page (control
 * characters, line separators, marks that change the direction of writing) become `\u` escapes,
 * which a reader of the JSON gets back unchanged. The same result always gives the same bytes.
 *
 * @throws ZodError where the result breaks its contract, for example with a figure that is not
 *   finite; that is a bug.
 */
export const asJson = (result: Result): string => `${jsonLines(contract.parse(result))}\n`;

const jsonLines = (value: unknown): string =>
  JSON.stringify(
    value,
    (_, field) => (typeof field === 'number' ? rounded(field) : field),
    2,
  ).replace(UNSAFE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * A number as it is printed: with 12 significant digits, so that the last bits, which may differ
 * between platforms, do not show.
 */
export const rounded = (value: number): number => Number(value.toPrecision(DIGITS));
