import { createHash } from 'node:crypto';
import { spelled } from '../../escape.ts';
import { visible } from '../../problem.ts';
import type { Chart, Charts } from '../charts/chart.ts';
import { chartsOf } from '../charts/charts.ts';
import { PAGE_COLOURS } from '../charts/colours.ts';
import { type Clock, clockOf } from '../result/clock.ts';
import type { Result } from '../result/result.ts';
import { openingOf } from '../tables/opening.ts';
import { type Report, reportOf } from '../tables/report.ts';
import type { Table } from '../tables/table.ts';
import { page } from './html-page.ts';
import { classicScript, DRAW_CHARTS } from './html-script.ts';
import { STYLE } from './html-style.ts';
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
  const scripts = [
    libraries.vega,
    libraries.vegaLite,
    classicScript(libraries.interpreter),
    DRAW_CHARTS,
  ].map(inScript);
  const body = `${header(result, report, clock)}
<main>
${[comparison(result, report, { charts, clock }), ...strategies(report, { charts, clock }), closing(report, clock)].join('\n')}
</main>
${footer(result, libraries.notices)}
<div id="tip" role="tooltip" hidden></div>
<script type="application/json" id="chart-data">${dataOf(charts)}</script>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}`;
  return page(title, body, policy(scripts));
}

const sha256 = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function policy(scripts: readonly string[]): string {
  const allowed = scripts.map(sha256).join(' ');
  return `default-src 'none'; script-src ${allowed}; style-src ${sha256(STYLE)}; base-uri 'none'; form-action 'none'`;
}

/** A script must not hold what ends its element; inside strings and patterns both mean the same. */
const inScript = (script: string): string =>
  script
    .replaceAll('\r\n', '\n')
    .replace(/<(?=\/script|!--)/gi, '\\x3c')
    .trim();

/** JSON that nothing inside an element can end or change: no `<`, no line separators. */
const dataOf = ({ charts, datasets }: Charts): string =>
  JSON.stringify({ charts: charts.map(({ id, spec }) => ({ id, spec })), datasets }).replace(
    /[<>&\u2028\u2029]/g,
    spelled,
  );

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
    .map(drawing)
    .join('\n');

const drawing = ({ id, title, description }: Chart): string =>
  `<figure><figcaption>${isolated(title)}</figcaption><div class="chart" id="${id}" role="img" aria-label="${html(description)}"></div></figure>`;

const footer = ({ scenario, seed, trials }: Result, notices: string): string => `<footer>
<p>Scenario ${html(visible(scenario.hash))}, seed ${seed}, trials: ${trials}. Point at a curve or a bar to read its figures; click a name above a chart to see it alone.</p>
<noscript><p>The charts need scripts; every figure is in the tables as well.</p></noscript>
<details><summary>Licences of the software in this page</summary><pre>${html(notices)}</pre></details>
</footer>`;
