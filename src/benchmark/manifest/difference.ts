import { shownPath } from '../../byte-path.ts';
import type { Entry } from './entry.ts';

/** A difference between a tree and its expected state; the path is relative to the root. */
export type Difference =
  | { readonly what: 'missing'; readonly path: Uint8Array; readonly expected: Entry }
  | { readonly what: 'extra'; readonly path: Uint8Array; readonly found: Entry }
  | {
      readonly what: 'kind' | 'size' | 'mode' | 'time' | 'link' | 'content';
      readonly path: Uint8Array;
      readonly expected: Entry;
      readonly found: Entry;
    };

/**
 * Describes a difference in one line; names are escaped for display.
 *
 * @example
 * describeDifference(difference) // 'a/b: has 3 bytes instead of 5'
 */
export function describeDifference(difference: Difference): string {
  return `${shownPath(difference.path)}: ${fact(difference)}`;
}

function fact(difference: Difference): string {
  if (difference.what === 'missing') return `is missing (a ${difference.expected.kind})`;
  if (difference.what === 'extra') return `should not be there (a ${difference.found.kind})`;
  const { what, expected, found } = difference;
  switch (what) {
    case 'kind':
      return `is a ${found.kind} instead of a ${expected.kind}`;
    case 'size':
      return `has ${found.size} bytes instead of ${expected.size}`;
    case 'mode':
      return `has mode ${octal(found.mode)} instead of ${octal(expected.mode)}`;
    case 'time':
      return `was modified ${instant(found.modified)} instead of ${instant(expected.modified)}`;
    case 'link':
      return `points to ${shownPath(found.target)} instead of ${shownPath(expected.target)}`;
    case 'content':
      return 'has other content';
  }
}

const octal = (mode: number): string => mode.toString(8).padStart(4, '0');

const BILLION = 1_000_000_000n;
// Range of `Date`, in seconds before and after 1970.
const FURTHEST = 8_640_000_000_000n;

/** Formats nanoseconds since 1970 as `2024-05-01T12:00:00.000000001Z`. */
function instant(nanoseconds: bigint): string {
  const part = ((nanoseconds % BILLION) + BILLION) % BILLION;
  const seconds = (nanoseconds - part) / BILLION;
  if (seconds > FURTHEST || seconds < -FURTHEST) return `${nanoseconds} ns after 1970`;
  const date = new Date(Number(seconds) * 1000).toISOString().slice(0, -5);
  return `${date}.${String(part).padStart(9, '0')}Z`;
}
