import type { Result } from '../report/result/result.ts';
import type { Frame } from './frame.ts';

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
export function formatOf(frame: Frame, asked: Format | undefined): Format {
  if (frame.json) return 'json';
  const ending = /\.(\w+)$/.exec(frame.output ?? '')?.[1]?.toLowerCase() ?? '';
  return asked ?? ENDINGS[ending] ?? 'text';
}

/** Renders a result; only the renderer that is asked for is loaded. */
export async function render(
  frame: Frame,
  format: Format,
  { result, order }: { readonly result: Result; readonly order: readonly string[] },
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../report/formats/json.ts')).asJson(result);
    case 'csv':
      return (await import('../report/formats/csv.ts')).asCsv(result, { order });
    case 'markdown':
      return (await import('../report/formats/markdown.ts')).asMarkdown(result, { order });
    case 'html': {
      const { asHtml } = await import('../report/formats/html.ts');
      const { loadLibraries } = await import('./load-libraries.ts');
      return asHtml(result, { order, libraries: await loadLibraries(frame.host) });
    }
    case 'text':
      return (await import('../report/formats/text.ts')).asText(result, {
        order,
        columns: frame.columns ?? 100,
      });
  }
}
