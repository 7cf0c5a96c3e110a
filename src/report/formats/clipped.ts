import { wrap } from './wrap.ts';

const CUT = ' …';

/**
 * Text in at most so many lines; what does not fit is cut off and marked.
 *
 * @example
 * clipped('one two three four', 8, 2) // ['one two', 'three …']
 */
export function clipped(text: string, width: number, lines: number): readonly string[] {
  const all = wrap(text, width);
  if (all.length <= lines) return all;
  const [last = ''] = wrap(all.slice(lines - 1).join(' '), width - CUT.length);
  return [...all.slice(0, lines - 1), `${last}${CUT}`];
}
