import { styleText } from 'node:util';
import type { Host } from '../host/host.ts';
import { isColourful } from './text-style.ts';

/** Standard error as people see it: lines that stay, and one line of progress that does not. */
export interface Terminal {
  /** Dresses text in red; leaves it plain where colours are not wanted. */
  red(text: string): string;
  /** Prints a line that stays, above the line of progress. */
  line(text: string): void;
  /** Rewrites the line of progress in place; does nothing where nobody watches. */
  progress(text: string): void;
  /** Takes the line of progress away. */
  clear(): void;
}

const ERASE_LINE = '\r\u001b[2K';
const SECONDS_BETWEEN = 0.1;

/**
 * Opens standard error for notes and progress. Colours and progress appear only where it is a
 * terminal and `NO_COLOR` (https://no-color.org) is unset.
 */
export function openTerminal(host: Host): Terminal {
  const live = isColourful(host, host.stderr);
  let shown = false;
  let last = Number.NEGATIVE_INFINITY;
  const clear = (): void => {
    if (shown) host.stderr.write(ERASE_LINE);
    shown = false;
  };
  return {
    red: (text) => (live ? styleText('red', text, { validateStream: false }) : text),
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
