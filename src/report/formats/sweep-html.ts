import { visible } from '../../problem.ts';
import { PAGE_COLOURS } from '../charts/colours.ts';
import { sweepCharts } from '../charts/swept.ts';
import { NO_CLOCK } from '../result/no-clock.ts';
import type { Sweep } from '../sweep/sweep.ts';
import { foundOf, sweepTable } from '../tables/what-if/sweep.ts';
import { chartFigure, chartsPage, licences } from './html-charts.ts';
import { html, isolated, sentence, tableHtml } from './html-table.ts';
import type { Libraries } from './libraries.ts';
import { shown } from './shown.ts';

/** Writes a sweep as one page: what was found, the table, and charts of the figures that move. */
export function sweepAsHtml(sweep: Sweep, libraries: Libraries): string {
  const charts = sweepCharts(sweep, PAGE_COLOURS);
  const { search, over } = sweep;
  const title = visible(sweep.scenario);
  const table = sweepTable(sweep);
  const found = search
    ? `<div class="advice${search.least === null ? ' none' : ''}"><strong>${sentence(foundOf(over[0] ?? '', search))}</strong></div>`
    : '';
  const body = `<header>
<h1>${isolated(title)}</h1>
${found}
</header>
<main>
<section>
<h2>${html(table.title)}</h2>
${tableHtml(shown(table, NO_CLOCK))}
${charts.charts.map(chartFigure).join('\n')}
</section>
</main>
<footer>
<p>Point at a value to read its figures. What the first input does not move has no chart.</p>
${licences(libraries.notices)}
</footer>`;
  return chartsPage(title, body, { charts, libraries });
}
