/** A name in JSON: text if it is UTF-8, otherwise the hex of its bytes. */
export type NameText = string | { readonly hex: string };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Encodes a name for JSON; `nameBytes` decodes it to the same bytes.
 *
 * @example
 * nameText(Buffer.from('a/b')) // 'a/b'
 * nameText(new Uint8Array([0x61, 0xff])) // { hex: '61ff' }
 */
export function nameText(name: Uint8Array): NameText {
  try {
    return decoder.decode(name);
  } catch {
    return { hex: Buffer.from(name).toString('hex') };
  }
}

/** Decodes a name encoded by `nameText`; undefined for any other value. */
export function nameBytes(text: unknown): Uint8Array | undefined {
  if (typeof text === 'string') return Buffer.from(text);
  if (typeof text !== 'object' || text === null || !('hex' in text)) return undefined;
  const { hex } = text;
  const isHex = typeof hex === 'string' && /^([0-9a-f]{2})+$/u.test(hex);
  return isHex ? Buffer.from(hex, 'hex') : undefined;
}
