import { jsonPieces } from '../../escape.ts';
import { printedOf } from '../result/printed.ts';
import type { Result } from '../result/result.ts';

const DIGITS = 12;

/**
 * Writes a result as JSON, in pieces: keys in the order of the contract, numbers with 12 significant digits,
 * a line break at the end. Characters that could do harm in a terminal or a page are spelled out;
 * a reader of the JSON gets them back unchanged. The same result always gives the same bytes.
 *
 * @throws ImpossibleResult where the result breaks its contract, for example with a figure that is
 *   not finite.
 */
export const asJson = (result: Result): Iterable<string> => jsonPieces(printedOf(result), rounded);

/**
 * A number as it is printed: with 12 significant digits, so that the last bits, which may differ
 * between platforms, do not show.
 */
export const rounded = (value: number): number => Number(value.toPrecision(DIGITS));
