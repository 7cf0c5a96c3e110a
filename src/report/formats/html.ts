import { visible } from '../../problem.ts';
import type { Charts } from '../charts/chart.ts';
import { chartsOf } from '../charts/charts.ts';
import { PAGE_COLOURS } from '../charts/colours.ts';
import { type Clock, clockOf } from '../result/clock.ts';
import type { Result } from '../result/result.ts';
import { openingOf } from '../tables/opening.ts';
import { type Report, reportOf } from '../tables/report.ts';
import type { Table } from '../tables/table.ts';
import { chartFigure, chartsPage, licences } from './html-charts.ts';
import { html, isolated, sentence, tableHtml } from './html-table.ts';
import type { Libraries } from './libraries.ts';
import { shown } from './shown.ts';

/**
 * Writes the answers as one page that needs nothing but a browser: no network, no other file. Its
 * policy allows the page's own scripts and style by their hashes and nothing else, no `eval` either.
 */
export function asHtml(result: Result, libraries: Libraries): string {
  const clock = clockOf(result.scenario);
  const report = reportOf(result);
  const charts = chartsOf(result, PAGE_COLOURS);
  const { title } = openingOf(result, clock);
  const body = `${header(result, report, clock)}
<main>
${[comparison(result, report, { charts, clock }), ...strategies(report, { charts, clock }), closing(report, clock)].join('\n')}
</main>
${footer(result, libraries.notices)}`;
  return chartsPage(title, body, { charts, libraries });
}

function header(result: Result, report: Report, clock: Clock): string {
  const { title, facts, advice, why, besides, good } = openingOf(result, clock);
  const links = report.strategies.map(
    ({ name }, index) => `<li><a href="#strategy-${index}">${isolated(visible(name))}</a></li>`,
  );
  return `<header>
<h1>${isolated(title)}</h1>
${facts.map((fact) => `<p class="facts">${sentence(fact)}</p>`).join('\n')}
<div class="advice${good ? '' : ' none'}"><strong>${isolated(advice)}</strong>${[why, ...besides].map((line) => `<p>${isolated(line)}</p>`).join('')}</div>
<nav aria-label="Strategies"><ul>${links.join('')}<li><a href="#defaults">Defaults used</a></li></ul></nav>
</header>`;
}

interface Drawn {
  readonly charts: Charts;
  readonly clock: Clock;
}

function comparison(result: Result, report: Report, { charts, clock }: Drawn): string {
  const take = result.advice.take === null ? undefined : visible(result.advice.take);
  const { comparison: table, warnings, assumptions, workloads, training } = report;
  const said = [warnings, assumptions].filter(({ rows, notes }) => rows.length + notes.length > 0);
  return `<section id="comparison">
<h2>${html(table.title)}</h2>
${tableHtml(shown(table, clock), take)}
${said.map((one) => titled(one, clock)).join('\n')}
${figures(charts, null)}
${[workloads, ...training.filter(({ rows }) => rows.length > 0)].map((one) => titled(one, clock)).join('\n')}
</section>`;
}

const strategies = (report: Report, { charts, clock }: Drawn): readonly string[] =>
  report.strategies.map(({ name, tables }, index) => {
    const lists = tables.filter(({ layout }) => layout === 'list');
    const [first, ...others] = tables.filter(
      ({ layout, rows, notes }) => layout !== 'list' && rows.length + notes.length > 0,
    );
    return `<section class="strategy" id="strategy-${index}">
<h2>${isolated(visible(name))}</h2>
${first ? titled(first, clock) : ''}
<div class="lists">${lists.map((table) => `<div>${titled(table, clock)}</div>`).join('')}</div>
${figures(charts, index)}
${others.map((table) => titled(table, clock)).join('\n')}
</section>`;
  });

const closing = ({ defaults }: Report, clock: Clock): string => `<section id="defaults">
<h2>${html(defaults.title)}</h2>
${tableHtml(shown(defaults, clock))}
</section>`;

const titled = (table: Table, clock: Clock): string =>
  `<h3>${html(table.title)}</h3>${tableHtml(shown(table, clock))}`;

const figures = ({ charts }: Charts, strategy: number | null): string =>
  charts
    .filter((chart) => chart.strategy === strategy)
    .map(chartFigure)
    .join('\n');

const footer = ({ scenario, seed, trials }: Result, notices: string): string => `<footer>
<p>Scenario ${html(visible(scenario.hash))}, seed ${seed}, trials: ${trials}. Point at a curve or a bar to read its figures; click a name above a chart to see it alone.</p>
${licences(notices)}
</footer>`;
