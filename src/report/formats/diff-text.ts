import { visible } from '../../problem.ts';
import type { Diff } from '../diff/difference.ts';
import { NO_CLOCK } from '../result/no-clock.ts';
import {
  inputsTable,
  movedTable,
  shiftsOf,
  turnedTable,
  verdictOn,
} from '../tables/what-if/diff.ts';
import { clipped } from './clipped.ts';
import { blockLines, layoutWidth } from './text-blocks.ts';
import { PLAIN_STYLE, type TextStyle } from './text-style.ts';

/**
 * Writes what differs between two answers as text, the verdict last; no line is wider than asked,
 * down to 60 columns.
 *
 * @param failures what happened of all that must not.
 */
export function diffAsText(
  diff: Diff,
  failures: readonly string[],
  options: { readonly columns?: number | undefined; readonly style?: TextStyle } = {},
): string {
  const { columns, style = PLAIN_STYLE } = options;
  const width = layoutWidth(columns);
  const sides = [diff.old, diff.new].map(
    ({ scenario, hash }) => `${visible(scenario)} (${hash.slice(0, 8)})`,
  );
  const tables = [turnedTable(diff), movedTable(diff), inputsTable(diff)];
  const lines = [
    ...clipped(sides.join(' → '), width, 2).map(style.title),
    ...shiftsOf(diff).flatMap((line) => clipped(line, width, 3)),
    ...blockLines(tables, { width, style, clock: NO_CLOCK, sizes: 'si' }),
    '',
    ...clipped(verdictOn(diff, failures), width, 5).map(
      failures.length > 0 ? style.bad : style.title,
    ),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
