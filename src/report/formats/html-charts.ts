import { createHash } from 'node:crypto';
import { spelled } from '../../escape.ts';
import type { Chart, Charts } from '../charts/chart.ts';
import { page } from './html-page.ts';
import { classicScript, DRAW_CHARTS } from './html-script.ts';
import { STYLE } from './html-style.ts';
import { html, isolated } from './html-table.ts';
import type { Libraries } from './libraries.ts';

/**
 * A page whose charts are drawn by the scripts that it carries. Its policy allows these and its style
 * by their hashes and nothing else, no `eval` either.
 */
export function chartsPage(
  title: string,
  body: string,
  { charts, libraries }: { readonly charts: Charts; readonly libraries: Libraries },
): string {
  const scripts = [
    libraries.vega,
    libraries.vegaLite,
    classicScript(libraries.interpreter),
    DRAW_CHARTS,
  ].map(inScript);
  const drawing = `${body}
<div id="tip" role="tooltip" hidden></div>
<script type="application/json" id="chart-data">${dataOf(charts)}</script>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}`;
  return page(title, drawing, policy(scripts));
}

/** The place of a chart, with its title. */
export const chartFigure = ({ id, title, description }: Chart): string =>
  `<figure><figcaption>${isolated(title)}</figcaption><div class="chart" id="${id}" role="img" aria-label="${html(description)}"></div></figure>`;

/** What the foot of a page with charts says of the software in it. */
export const licences = (notices: string): string =>
  `<noscript><p>The charts need scripts; every figure is in the tables as well.</p></noscript>
<details><summary>Licences of the software in this page</summary><pre>${html(notices)}</pre></details>`;

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
