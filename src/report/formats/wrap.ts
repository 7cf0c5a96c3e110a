import { widthOf } from './text-width.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Breaks text into lines that fit a number of terminal columns: between words where it can, inside
 * a word that is longer than a line, there at a joint where it can. Wide characters count as two
 * columns.
 *
 * @example
 * wrap('nights that fit', 8) // ['nights', 'that fit']
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** Where a name or a path may be broken without looking broken: after a dot, a hyphen and the like. */
const JOINTS = /(?<=[-./_+:])/;

/**
 * The parts of a word between which it is best broken.
 *
 * @example
 * limbsOf('tools.rsync.stream-window') // ['tools.', 'rsync.', 'stream-', 'window']
 */
export const limbsOf = (word: string): readonly string[] => word.split(JOINTS);

/** A word in parts that each fill a line as far as they can, broken inside a limb only if need be. */
function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const limbs = limbsOf(word).flatMap((limb) =>
    widthOf(limb) <= width ? [limb] : Array.from(graphemes.segment(limb), ({ segment }) => segment),
  );
  const parts: string[] = [];
  let part = '';
  for (const limb of limbs) {
    if (part !== '' && widthOf(part + limb) > width) {
      parts.push(part);
      part = '';
    }
    part += limb;
  }
  return [...parts, part];
}
