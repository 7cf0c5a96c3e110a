import { styleText } from 'node:util';
import type { Host } from '../host/host.ts';

/** How text on standard error is dressed; plain where it is not a terminal or must stay plain. */
export type Style = (text: string) => string;

/** Standard error as people see it: lines that stay, and one line of progress that does not. */
export interface Terminal {
  readonly bold: Style;
  readonly dim: Style;
  readonly red: Style;
  /** Prints a line that stays, above the line of progress. */
  line(text: string): void;
  /** Rewrites the line of progress in place; does nothing where nobody watches. */
  progress(text: string): void;
  /** Takes the line of progress away. */
  clear(): void;
}

const ERASE_LINE = '\r\u001b[2K';
const SECONDS_BETWEEN = 0.1;

const lively = (host: Host): boolean =>
  host.stderr.isTerminal && !host.environment('NO_COLOR') && host.environment('TERM') !== 'dumb';

/**
 * Opens standard error for notes and progress. Colours and progress appear only where it is a
 * terminal and `NO_COLOR` (https://no-color.org) is unset.
 */
export function openTerminal(host: Host): Terminal {
  const live = lively(host);
  const styled = (format: 'bold' | 'dim' | 'red'): Style =>
    live ? (text) => styleText(format, text, { validateStream: false }) : (text) => text;
  let shown = false;
  let last = Number.NEGATIVE_INFINITY;
  const clear = (): void => {
    if (shown) host.stderr.write(ERASE_LINE);
    shown = false;
  };
  return {
    bold: styled('bold'),
    dim: styled('dim'),
    red: styled('red'),
    line(text) {
      clear();
      host.stderr.write(`${text}\n`);
    },
    progress(text) {
      const now = host.clock.elapsed();
      if (!live || now - last < SECONDS_BETWEEN) return;
      last = now;
      shown = true;
      // A line that wraps could not be taken back.
      host.stderr.write(`${ERASE_LINE}${text.slice(0, (host.stderr.columns ?? 80) - 1)}`);
    },
    clear,
  };
}
