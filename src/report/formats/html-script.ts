/**
 * Turns the interpreter, which is published as a module only, into a script that takes what it
 * imports from the global `vega` and adds itself there: modules cannot import each other in a page
 * that is opened from a file.
 *
 * @throws Error where the module no longer looks as expected; that is a bug.
 */
export function classicScript(module: string): string {
  const script = module
    .replace(/^import (\{[^}]*\}) from 'vega-util';$/m, 'const $1 = vega;')
    .replace(
      /^export \{ expression as expressionInterpreter \};$/m,
      'vega.expressionInterpreter = expression;',
    )
    .replace(/^\/\/# sourceMappingURL=.*$/m, '');
  if (/^(import|export)\b/m.test(script) || !script.includes('vega.expressionInterpreter =')) {
    throw new Error('vega-interpreter is no longer laid out as this version of backcast expects');
  }
  return `(function () {\n'use strict';\n${script}})();`;
}

/**
 * Draws the charts of the page. Expressions are interpreted (`ast`), not compiled, so that the
 * page's policy can forbid `eval`. Nothing is ever loaded, and all text goes in as text.
 */
export const DRAW_CHARTS = `(function () {
'use strict';
const { charts, datasets } = JSON.parse(document.getElementById('chart-data').textContent);
const tip = document.getElementById('tip');
const nothing = { load: () => Promise.reject(new Error('nothing is loaded')),
  sanitize: () => Promise.reject(new Error('nothing is loaded')) };
function pointAt(handler, event, item, value) {
  tip.replaceChildren();
  tip.hidden = value === null || value === undefined || value === '';
  if (tip.hidden) return;
  const lines = typeof value === 'object' ? Object.entries(value).map((pair) => pair.join(': ')) : [String(value)];
  for (const line of lines) {
    const row = document.createElement('div');
    row.textContent = line;
    tip.append(row);
  }
  const left = Math.min(event.pageX + 14, window.scrollX + document.documentElement.clientWidth - tip.offsetWidth - 8);
  tip.style.left = Math.max(0, left) + 'px';
  tip.style.top = (event.pageY + 14) + 'px';
}
const quiet = { level() { return this; }, error() { return this; }, warn() { return this; },
  info() { return this; }, debug() { return this; } };
for (const { id, spec } of charts) {
  const place = document.getElementById(id);
  try {
    const vg = vegaLite.compile({ ...spec, datasets: datasets }, { logger: quiet }).spec;
    const view = new vega.View(vega.parse(vg, null, { ast: true }), {
      expr: vega.expressionInterpreter, renderer: 'svg', container: place, hover: true, loader: nothing,
      logger: quiet, tooltip: pointAt });
    view.runAsync().catch(() => failed(place));
  } catch (error) {
    failed(place);
  }
}
function failed(place) {
  place.textContent = 'This chart could not be drawn; its figures are in the tables.';
}
})();`;
