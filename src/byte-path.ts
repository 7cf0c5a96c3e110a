import { visible } from './problem.ts';

/** Concatenates byte strings, e.g. `a/` and `b` to `a/b`. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

/**
 * The bytes of a root directory with a trailing slash, ready for a relative path to be appended.
 */
export function rootBytes(root: string): Uint8Array {
  return Buffer.from(root.endsWith('/') ? root : `${root}/`);
}

/**
 * Escapes the bytes of a path for display: non-UTF-8 bytes become `\xNN`, and characters that could
 * harm a terminal become visible escapes.
 *
 * @example
 * shownPath(new Uint8Array([0x61, 0xff])) // 'a\\xff'
 */
export function shownPath(path: Uint8Array): string {
  try {
    return visible(new TextDecoder('utf-8', { fatal: true }).decode(path), 4096);
  } catch {
    const text = Array.from(path, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`,
    );
    return visible(text.join(''), 4096);
  }
}
