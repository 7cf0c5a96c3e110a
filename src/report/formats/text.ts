import { clockOf } from '../result/clock.ts';
import type { Result } from '../result/result.ts';
import { briefOf } from '../tables/brief/brief.ts';
import { clipped } from './clipped.ts';
import type { DetailsOptions } from './details-text.ts';
import { blockLines, layoutWidth } from './text-blocks.ts';
import { PLAIN_STYLE, type TextStyle } from './text-style.ts';

/** Where the answer will be read, and whether one strategy alone is asked for. */
export type TextOptions = Omit<DetailsOptions, 'sections'>;

/** Lines of a terminal that the answer may take, at 100 columns. */
const SCREEN = 60;
/** Warnings are told on at least so many lines, whatever else there is to say. */
const LEAST_WARNINGS = 3;

/**
 * Writes the answer on one screen: what was asked, what to take and why, the strategies side by side,
 * what the others break, what to buy, warnings, and the verdict once more. No line is wider than
 * asked, down to 60 columns.
 */
export function asText(result: Result, options: TextOptions = {}): string {
  const { columns, style = PLAIN_STYLE, only, sizes = 'si' } = options;
  const width = layoutWidth(columns);
  const clock = clockOf(result.scenario);
  const brief = briefOf(result, clock, only);
  const tone = brief.good ? style.good : style.bad;
  const tables = [brief.comparison, ...brief.tables];
  const lines = [
    ...clipped(brief.title, width, 2).map(style.title),
    ...brief.asked.flatMap((line) => clipped(line, width, 2)).map(style.faint),
    '',
    ...clipped(`${brief.advice}${brief.joint}${brief.why}`, width, 5).map(tone),
    ...brief.beside.flatMap((line) => clipped(line, width, 3)),
    ...blockLines(tables, { width, style, clock, sizes }),
    ...bullets('What breaks', brief.breaks, { width, style, most: 2 * brief.breaks.length }),
  ];
  const foot = [
    '',
    ...brief.further.flatMap((line) => clipped(line, width, 2)).map(style.faint),
    '',
    ...clipped(brief.verdict, width, 1).map(tone),
  ];
  const most = Math.max(LEAST_WARNINGS, SCREEN - lines.length - foot.length - 2);
  const warnings = bullets('Warnings', brief.warnings, { width, style, most });
  const all = [...lines, ...warnings, ...foot];
  return `${all.map((line) => line.trimEnd()).join('\n')}\n`;
}

interface Room {
  readonly width: number;
  readonly style: TextStyle;
  /** Lines that they may take, the heading and the blank above it not counted. */
  readonly most: number;
}

/** Sentences below a heading, each on two lines at most; those for which there is no room are counted. */
function bullets(
  title: string,
  sentences: readonly string[],
  { width, style, most }: Room,
): readonly string[] {
  if (sentences.length === 0) return [];
  const each = sentences.map((sentence) =>
    clipped(sentence, width - 4, 2).map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`),
  );
  const told: string[] = [];
  let left = each.length;
  for (const lines of each) {
    const room = most - told.length - (left > 1 ? 1 : 0);
    if (lines.length > room) break;
    told.push(...lines);
    left--;
  }
  const more = left === 0 ? [] : [`  - ${left} more: --details ${title.toLowerCase()}`];
  return ['', style.heading(title), ...told, ...more];
}
