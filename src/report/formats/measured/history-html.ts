import type { Histories, History } from '../../../gate/history/history.ts';
import { PAGE_COLOURS } from '../../charts/colours.ts';
import { historyCharts } from '../../charts/history.ts';
import { UTC_CLOCK } from '../../result/utc-clock.ts';
import { changesTable, linesTable } from '../../tables/measured/history.ts';
import { chartFigure, chartsPage, licences } from '../html-charts.ts';
import { html, isolated, sentence, tableHtml } from '../html-table.ts';
import type { Libraries } from '../libraries.ts';
import { shown } from '../shown.ts';
import { changesFact, historyFact } from './history-text.ts';

/** Writes histories as one page with charts of what changed. */
export function historyHtml({ histories }: Histories, libraries: Libraries): string {
  const charts = historyCharts(histories, PAGE_COLOURS);
  const body = `<header>
<h1>History of measured backups</h1>
</header>
<main>
<section>
${charts.charts.map(chartFigure).join('\n')}
</section>
${histories.map(historyHtmlOf).join('\n')}
</main>
<footer>
<p>Point at a run to read its figures.</p>
${licences(libraries.notices)}
</footer>`;
  return chartsPage('History of measured backups', body, { charts, libraries });
}

const historyHtmlOf = (history: History): string => `<section>
<h2>${isolated(historyFact(history))}</h2>
<p class="facts">${sentence(changesFact(history))}.</p>
${[changesTable(history), linesTable(history)]
  .filter(({ rows }) => rows.length > 0)
  .map((table) => `<h3>${html(table.title)}</h3>${tableHtml(shown(table, UTC_CLOCK))}`)
  .join('\n')}
</section>`;
