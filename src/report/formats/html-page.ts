import { STYLE } from './html-style.ts';
import { html } from './html-table.ts';

/**
 * A page that stands for itself: one file, in the light and the dark.
 *
 * @param policy what it may load and run; a page without scripts needs none.
 */
export const page = (title: string, body: string, policy?: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">${policy === undefined ? '' : `\n<meta http-equiv="Content-Security-Policy" content="${policy}">`}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${html(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
