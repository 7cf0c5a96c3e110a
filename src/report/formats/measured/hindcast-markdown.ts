import type { Compared } from '../../../calibration/hindcast.ts';
import type { Profile } from '../../../calibration/profile.ts';
import { visible } from '../../../problem.ts';
import { NO_CLOCK } from '../../result/no-clock.ts';
import { hindcastTables } from '../../tables/measured/hindcast.ts';
import { escaped, sections } from '../markdown-blocks.ts';
import { madeOf } from './profile-text.ts';

/**
 * Writes how good the forecasts of a profile were as Markdown.
 *
 * @param faults where they were worse than asked for.
 * @param depth of the headings of its tables.
 */
export function hindcastMarkdown(
  profile: Profile,
  compared: readonly Compared[],
  faults: readonly string[],
  depth = 2,
): string {
  const parts = [
    `${escaped(visible(madeOf(profile, 'Foretold by a profile of'), 2000))}.`,
    ...faults.map((fault) => `**${escaped(visible(fault, 2000))}**`),
    ...sections(hindcastTables(compared), { clock: NO_CLOCK, depth }),
  ];
  return `${parts.join('\n\n')}\n`;
}
