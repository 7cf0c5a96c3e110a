/**
 * Builds a name of one kind; `n` distinguishes names of the same kind and is empty for the first.
 */
type Kind = (n: string) => string | Uint8Array;

const encoder = new TextEncoder();

/** Bytes that are not valid UTF-8, around a number. */
const notUtf8 =
  (head: readonly number[], tail: readonly number[]): Kind =>
  (n) =>
    Uint8Array.of(...head, ...encoder.encode(n), ...tail);

/** Maximum length of a file name in bytes. */
const LONGEST = 255;
const longest =
  (letter: string): Kind =>
  (n) => {
    const room = LONGEST - n.length;
    const letters = letter.repeat(Math.floor(room / encoder.encode(letter).length));
    return `${letters}${'x'.repeat(room - encoder.encode(letters).length)}${n}`;
  };

const KINDS: readonly Kind[] = [
  (n) => `line\nbreak${n}`,
  (n) => `\n${n}`,
  (n) => `-rf${n}`,
  (n) => `--checkpoint-action=exec=sh${n}`,
  (n) => `--checkpoint=1${n}`,
  notUtf8([0xff, 0xfe], []),
  // "café" in Latin-1, a truncated character, and a lone surrogate.
  notUtf8([0x63, 0x61, 0x66, 0xe9], []),
  notUtf8([0x61], [0xe2, 0x82]),
  notUtf8([0xed, 0xa0, 0x80], [0x62]),
  longest('l'),
  longest('é'),
  (n) => `it's${n}`,
  (n) => `"quoted${n}"`,
  (n) => `$(touch pwned)${n}`,
  (n) => `\`touch pwned\`${n}`,
  (n) => `; touch pwned${n}`,
  (n) => `| touch pwned${n}`,
  (n) => `& touch pwned${n}`,
  (n) => `> pwned${n}`,
  (n) => `back\\slash\\n${n}`,
  (n) => `\\${n}`,
  (n) => ` space${n} at both ends `,
  (n) => ` ${n}`,
  (n) => `*${n}`,
  (n) => `?[a-z]${n}*`,
  (n) => `{a,b}${n}`,
  (n) => `~${n}`,
  (n) => `#comment${n}`,
  (n) => `!history${n}`,
  (n) => `+ include${n}`,
  (n) => `@list${n}`,
  (n) => `host:path${n}`,
  (n) => `host::module${n}`,
  (n) => `%s%n%00${n}`,
  (n) => `\t${n}\r`,
  (n) => `\u001b[31mred${n}`,
  (n) => `...${n}`,
  (n) => `.hidden${n}`,
  (n) => `🎉💾${n}`,
  // Two names that look the same: a precomposed character, and a letter with a combining accent.
  (n) => `${n}\u00e9`,
  (n) => `${n}e\u0301`,
  (n) => `\u202etxt.${n}`,
];

/** Number of kinds of hostile names; the first that many names are one of each kind. */
export const HOSTILE_KINDS = KINDS.length;

/**
 * A file name that is hard to handle; different serial numbers give different names. Only file
 * systems that treat names as bytes can hold all of them, as those of Linux do.
 *
 * @example
 * hostileName(2) // the bytes of "-rf"
 */
export function hostileName(serial: number): Uint8Array {
  const round = Math.floor(serial / HOSTILE_KINDS);
  const name = (KINDS[serial % HOSTILE_KINDS] as Kind)(round === 0 ? '' : `${round}`);
  return typeof name === 'string' ? encoder.encode(name) : name;
}
