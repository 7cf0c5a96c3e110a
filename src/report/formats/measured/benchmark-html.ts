import type { Summary } from '../../../benchmark/summary.ts';
import { visible } from '../../../problem.ts';
import { NO_CLOCK } from '../../result/no-clock.ts';
import { benchmarkTables } from '../../tables/measured/benchmark.ts';
import { page } from '../html-page.ts';
import { html, isolated, sentence, tableHtml } from '../html-table.ts';
import { shown } from '../shown.ts';
import { runFacts } from './benchmark-text.ts';

/** Writes what runs of real backups found as one page without scripts. */
export const benchmarkHtml = (summaries: readonly Summary[]): string =>
  page('Measured backups', summaries.map(runHtml).join('\n'));

function runHtml(summary: Summary): string {
  const facts = runFacts(summary, Infinity).map(
    (fact) => `<p class="facts">${sentence(fact)}.</p>`,
  );
  const tables = benchmarkTables(summary).filter(({ rows }) => rows.length > 0);
  return `<header>
<h1>${isolated(visible(summary.plan.name))}</h1>
${facts.join('\n')}
</header>
<main>
${tables.map((table) => `<section><h2>${html(table.title)}</h2>\n${tableHtml(shown(table, NO_CLOCK))}</section>`).join('\n')}
</main>`;
}
