import type { Checked, Problem } from '../problem.ts';
import { readScenario } from '../scenario/reading/read.ts';
import { readPriceBook } from '../scenario/reading/read-price-book.ts';
import { assemble, filesNamedBy, type Loaded } from './assemble.ts';

/**
 * What belongs to a scenario beside its text.
 *
 * @property name what it is called where it says nothing; problems call its file by it, too.
 * @property set values in place of fields, by path, as a file would have them.
 * @property prices text of a price book, in place of prices of the catalog.
 * @property files texts of the data files that it names.
 */
export interface ReadOptions {
  readonly name?: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly prices?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * Reads a scenario in YAML or JSON and makes it ready to be played; it touches no file.
 *
 * @returns the scenario, or every problem with its place, its path and a hint.
 * @example
 * const office = read('start: 2026-01-05\nworkloads: { files: { size: 4 TB } }\n…', { set: { horizon: '3 years' } });
 * if (!office.ok) for (const { path, message, hint } of office.problems) console.error(path, message, hint);
 */
export function read(text: string, options: ReadOptions = {}): Checked<Loaded> {
  const { name = 'scenario', set = {}, prices, files = {} } = options;
  const settings = Object.entries(set).map(([path, value]) => ({ path, text: value }));
  const scenario = readScenario(text, name, settings);
  const book = prices === undefined ? null : readPriceBook(prices, 'prices');
  if (book && !book.ok) return book;
  const given = new Map(Object.entries(files));
  const unread = filesNamedBy(scenario)
    .filter(({ file }) => !given.has(file))
    .map(
      ({ path, file }): Problem => ({
        path,
        message: `"${file}" is not given`,
        hint: 'give its text in files',
      }),
    );
  return assemble(scenario, {
    name,
    prices: book && prices !== undefined ? { text: prices, book: book.value } : null,
    files: given,
    unread,
  });
}
