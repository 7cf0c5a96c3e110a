import { visible } from './problem.ts';

/** Joins bytes, as `a/b` is joined of `a/` and `b`. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

/** The bytes of a root directory, with the slash that a relative path can follow. */
export function rootBytes(root: string): Uint8Array {
  return Buffer.from(root.endsWith('/') ? root : `${root}/`);
}

/**
 * Writes the bytes of a path so that they can be shown: what is not UTF-8 becomes `\xNN`, and what
 * could do harm in a terminal a visible escape.
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
