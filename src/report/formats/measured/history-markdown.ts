import type { Histories, History } from '../../../gate/history/history.ts';
import { UTC_CLOCK } from '../../result/utc-clock.ts';
import { changesTable, linesTable } from '../../tables/measured/history.ts';
import { escaped, sections } from '../markdown-blocks.ts';
import { changesFact, historyFact } from './history-text.ts';

/** Writes histories and their changes as Markdown, one after the other. */
export const historyMarkdown = ({ histories }: Histories): string =>
  `${histories.flatMap(partsOf).join('\n\n')}\n`;

const partsOf = (history: History): readonly string[] => [
  `# ${escaped(historyFact(history))}`,
  `${escaped(changesFact(history))}.`,
  ...sections([changesTable(history), linesTable(history)], { clock: UTC_CLOCK, depth: 2 }),
];
