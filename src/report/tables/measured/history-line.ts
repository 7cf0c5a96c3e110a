import type { HistorySeries } from '../../../gate/history/history.ts';

/** Runs that are drawn: the newest ones. */
const DRAWN = 40;
const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Height of the line as a share of its mean level; smaller differences are drawn smaller. */
const LEAST_SPAN = 0.1;

/**
 * A series as a line of characters, from its least to its most; `│` stands before the first run after a
 * change, a gap for a run that lacks it.
 *
 * @example
 * historyLine({ values: [1, 1, 2, 2], changes: [{ at: 2, … }], … }) // '▁▁│██'
 */
export function historyLine({
  values,
  changes,
}: {
  readonly values: HistorySeries['values'];
  readonly changes: readonly { readonly at: number }[];
}): string {
  const from = Math.max(0, values.length - DRAWN);
  const known = values.slice(from).flatMap((value) => value ?? []);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(most - least, most * LEAST_SPAN);
  const level = (value: number): string => {
    const place = span === 0 ? 0 : Math.round(((value - least) / span) * (LEVELS.length - 1));
    return LEVELS[place] ?? '▁';
  };
  return values
    .map((value, place) => {
      if (place < from) return '';
      const mark = changes.some(({ at }) => at === place) ? '│' : '';
      return `${mark}${value === null ? ' ' : level(value)}`;
    })
    .join('');
}
