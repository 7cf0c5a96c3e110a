import type { Unit } from '../result/figure.ts';
import { scaleOf } from '../result/scale.ts';

/**
 * Words as a list to read.
 *
 * @example
 * listed(['rpo', 'rto', 'fill']) // 'rpo, rto and fill'
 */
export const listed = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' and ');

/** One figure by itself, in its own unit. */
export function inWords(kind: Unit, value: number): string {
  const { number, unit } = scaleOf(kind, [value])(value);
  return `${number} ${unit}`.trim();
}
