import { styleText } from 'node:util';
import type { Host, Writer } from '../host/host.ts';
import { PLAIN_STYLE, type TextStyle } from '../report/formats/text-style.ts';

/**
 * Whether a stream is a terminal on which colours are wanted: `NO_COLOR` (https://no-color.org) is
 * unset, and the terminal can do it.
 */
export const isColourful = ({ environment }: Host, { isTerminal }: Writer): boolean =>
  isTerminal && !environment('NO_COLOR') && environment('TERM') !== 'dumb';

type Format = Parameters<typeof styleText>[0];

const dressed =
  (format: Format) =>
  (text: string): string =>
    text === '' ? '' : styleText(format, text, { validateStream: false });

const COLOURS: TextStyle = {
  title: dressed('bold'),
  heading: dressed('bold'),
  faint: dressed('dim'),
  good: dressed('green'),
  bad: dressed('red'),
};

/** How a text for standard output is dressed. */
export const textStyle = (host: Host): TextStyle =>
  isColourful(host, host.stdout) ? COLOURS : PLAIN_STYLE;
