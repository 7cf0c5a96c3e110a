import { visible } from '../../problem.ts';
import { NO_CLOCK } from '../result/no-clock.ts';
import type { Sweep } from '../sweep/sweep.ts';
import { foundOf, sweepTable } from '../tables/what-if/sweep.ts';
import { escaped, sections } from './markdown-blocks.ts';
import { blockLines, layoutWidth } from './text-blocks.ts';
import { PLAIN_STYLE, type TextStyle } from './text-style.ts';
import { wrap } from './wrap.ts';

/** Writes a sweep as text, what a search found as its last line; down to 60 columns. */
export function sweepAsText(
  sweep: Sweep,
  options: { readonly columns?: number | undefined; readonly style?: TextStyle } = {},
): string {
  const { columns, style = PLAIN_STYLE } = options;
  const width = layoutWidth(columns);
  const { search, over } = sweep;
  const found = search ? wrap(foundOf(over[0] ?? '', search), width) : [];
  const tone = search?.least === null ? style.bad : style.good;
  const lines = [
    ...wrap(visible(sweep.scenario), width).map(style.title),
    ...blockLines([sweepTable(sweep)], { width, style, clock: NO_CLOCK, sizes: 'si' }),
    ...(found.length > 0 ? ['', ...found.map(tone)] : []),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Writes a sweep as Markdown. */
export function sweepAsMarkdown(sweep: Sweep): string {
  const { search, over } = sweep;
  const parts = [
    `# ${escaped(visible(sweep.scenario))}`,
    ...(search ? [`**${escaped(foundOf(over[0] ?? '', search))}**`] : []),
    ...sections([sweepTable(sweep)], { clock: NO_CLOCK, depth: 2, sizes: 'si' }),
  ];
  return `${parts.join('\n\n')}\n`;
}
