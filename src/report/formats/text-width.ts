import stringWidth from 'string-width';

const PLAIN = /^[\u0020-\u007e]*$/;

/**
 * How many columns of a terminal a line takes; wide characters take two, escapes none.
 *
 * @example
 * widthOf('漢字') // 4
 */
export const widthOf = (line: string): number =>
  // Nearly all lines are plain ASCII, for which the exact way is a hundred times slower.
  PLAIN.test(line) ? line.length : stringWidth(line);
