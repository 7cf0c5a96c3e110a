import type { DetailsOptions } from '../report/formats/details-text.ts';
import type { Result } from '../report/result/result.ts';
import type { CommandContext } from './command-context.ts';
import { textStyle } from './text-style.ts';

/** What a result can be printed as. */
export const FORMATS = ['text', 'markdown', 'csv', 'json', 'html'] as const;
/** What `--format` can be. */
export type Format = (typeof FORMATS)[number];

const ENDINGS: Readonly<Record<string, Format>> = {
  txt: 'text',
  md: 'markdown',
  csv: 'csv',
  json: 'json',
  html: 'html',
  htm: 'html',
};

/** What is asked for: `--json`, else `--format`, else by the ending of `--output`, else text. */
export function formatOf(context: CommandContext, asked: Format | undefined): Format {
  if (context.json) return 'json';
  const ending = /\.(\w+)$/.exec(context.output ?? '')?.[1]?.toLowerCase() ?? '';
  return asked ?? ENDINGS[ending] ?? 'text';
}

/**
 * What of the answers people want to read, in text and Markdown.
 *
 * @property sections all answers, or the parts that are named; without it one screen.
 */
export type Wanted = Pick<DetailsOptions, 'sections' | 'only' | 'sizes'>;

/** Renders a result, in pieces where it may be long; only the renderer that is asked for is loaded. */
export async function render(
  context: CommandContext,
  format: Format,
  result: Result,
  wanted: Wanted = {},
): Promise<string | Iterable<string>> {
  switch (format) {
    case 'json':
      return (await import('../report/formats/json.ts')).asJson(result);
    case 'csv':
      return (await import('../report/formats/csv.ts')).asCsv(result);
    case 'markdown':
      return wanted.sections
        ? (await import('../report/formats/details-markdown.ts')).asDetailedMarkdown(result, wanted)
        : (await import('../report/formats/markdown.ts')).asMarkdown(result, wanted);
    case 'html': {
      const { asHtml } = await import('../report/formats/html.ts');
      const { loadLibraries } = await import('./load-libraries.ts');
      return asHtml(result, await loadLibraries(context.host));
    }
    case 'text': {
      const isShown = context.output === undefined;
      const place = {
        columns: (isShown ? context.columns : undefined) ?? 100,
        ...(isShown && { style: textStyle(context.host) }),
      };
      return wanted.sections
        ? (await import('../report/formats/details-text.ts')).asDetails(result, {
            ...wanted,
            ...place,
          })
        : (await import('../report/formats/text.ts')).asText(result, { ...wanted, ...place });
    }
  }
}
