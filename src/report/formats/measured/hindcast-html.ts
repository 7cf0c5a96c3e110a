import type { Compared } from '../../../calibration/hindcast.ts';
import type { Profile } from '../../../calibration/profile.ts';
import { visible } from '../../../problem.ts';
import { NO_CLOCK } from '../../result/no-clock.ts';
import { hindcastTables } from '../../tables/measured/hindcast.ts';
import { page } from '../html-page.ts';
import { html, sentence, tableHtml } from '../html-table.ts';
import { shown } from '../shown.ts';
import { madeOf } from './profile-text.ts';

/** Writes how good the forecasts of a profile were as one page without scripts. */
export function hindcastHtml(
  profile: Profile,
  compared: readonly Compared[],
  faults: readonly string[],
): string {
  const tables = hindcastTables(compared).filter(({ rows }) => rows.length > 0);
  return page(
    'Foretold and measured',
    `<header>
<h1>Foretold and measured</h1>
<p class="facts">${sentence(visible(madeOf(profile, 'Foretold by a profile of'), 2000))}</p>
${faults.map((fault) => `<p class="advice">${html(visible(fault, 2000))}</p>`).join('\n')}
</header>
<main>
${tables.map((table) => `<section><h2>${html(table.title)}</h2>\n${tableHtml(shown(table, NO_CLOCK))}</section>`).join('\n')}
</main>`,
  );
}
