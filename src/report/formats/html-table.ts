import type { Head } from '../tables/table.ts';
import { type ShownCell, type ShownTable, sideways } from './shown.ts';

/**
 * Makes text stand for itself in HTML, in an element or in a quoted attribute.
 *
 * @example
 * html('<b>"x"') // '&lt;b&gt;&quot;x&quot;'
 */
export const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** A name from somebody's file: its direction of writing ends where it ends. */
export const isolated = (name: string): string => `<bdi>${html(name)}</bdi>`;

/** An option of the command line, which a browser would break at its hyphens. */
const FLAG = /(?<!\S)--[a-z]+(?:-[a-z]+)*(?: \d+)?/g;

/**
 * A sentence of ours, in which options of the command line stay whole.
 *
 * @example
 * sentence('run without --trials') // 'run without <span class="flag">--trials</span>'
 */
export const sentence = (text: string): string =>
  html(text).replace(FLAG, (flag) => `<span class="flag">${flag}</span>`);

/** A table with its notes; a strategy to take is marked in a comparison. */
export function tableHtml(table: ShownTable, take?: string): string {
  const notes = table.notes.map((note) => `<p class="note">${sentence(note)}</p>`).join('');
  if (table.rows.length === 0) return notes;
  if (table.layout === 'lines') return `${sentences(table)}${notes}`;
  if (table.layout === 'list') return `${list(table)}${notes}`;
  const laid = table.layout === 'comparison' ? sideways(table) : table;
  return `${scrolling(table.title, grid(laid, take))}${notes}`;
}

const scrolling = (title: string, inner: string): string =>
  `<div class="scroll" tabindex="0" role="region" aria-label="${html(title)}">${inner}</div>`;

const sentences = ({ rows }: ShownTable): string =>
  `<ul class="warnings">${rows.map((row) => `<li><bdi>${sentence(row.at(-1)?.main ?? '')}</bdi></li>`).join('')}</ul>`;

function list({ columns, rows: [row = []] }: ShownTable): string {
  const lines = columns.map(
    ({ heading }, index) =>
      `<tr><th scope="row">${html(heading)}</th>${cellHtml(row[index], 'number')}</tr>`,
  );
  return `<table><tbody>${lines.join('')}</tbody></table>`;
}

function grid({ columns, rows }: ShownTable, take: string | undefined): string {
  const head = columns.map((column, index) => {
    const taken = take !== undefined && column.key.startsWith('row-') && column.heading === take;
    const named = column.key.startsWith('row-') ? isolated(column.heading) : html(column.heading);
    return `<th scope="col" class="${classOf(column, index)}${taken ? ' take' : ''}">${named}</th>`;
  });
  const body = rows.map(
    (row) => `<tr>${row.map((cell, at) => cellOf(columns[at], cell, at)).join('')}</tr>`,
  );
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const cellOf = (column: Head | undefined, cell: ShownCell, index: number): string =>
  column === undefined
    ? ''
    : column.label
      ? `<th scope="row" class="${classOf(column, index)}">${inner(cell)}</th>`
      : cellHtml(cell, classOf(column, index));

const classOf = ({ cells, label }: Head, index: number): string =>
  `${cells === 'words' ? 'name' : 'number'}${index === 0 && label ? ' first' : ''}`;

const cellHtml = (cell: ShownCell | undefined, kind: string): string =>
  `<td class="${kind}">${cell ? inner(cell) : ''}</td>`;

function inner({ kind, main, also, spread, tone }: ShownCell): string {
  const words = kind === 'name' ? isolated(main) : html(main);
  const toned = tone === 'plain' ? words : `<span class="${tone}">${words}</span>`;
  const twin = also === '' ? '' : ` <span class="also">(${html(also)})</span>`;
  const parts = spread.split('; ').map((part) => `<span>${html(part)}</span>`);
  const doubt = spread === '' ? '' : `<span class="spread">${parts.join('')}</span>`;
  return `${toned}${twin}${doubt}`;
}
