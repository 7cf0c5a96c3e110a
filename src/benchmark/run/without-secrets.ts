/** Matches names of environment variables that hold secrets. */
const SECRET = /KEY|SECRET|PASS/;

/** Shorter values would match ordinary words and protect nothing. */
const LEAST = 4;

/**
 * Removes the secrets in a program's environment from its output, since some programs repeat a key
 * that was refused: as they are, in hexadecimal, and in base64, also inside a longer text that was
 * encoded, such as `user:password`.
 *
 * @example
 * withoutSecrets('no such key: AKIA…', { AWS_ACCESS_KEY_ID: 'AKIA…' }) // 'no such key: (secret)'
 */
export function withoutSecrets(reported: string, env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .filter(([name, value]) => SECRET.test(name) && value.length >= LEAST)
    .map(([, value]) => value)
    .sort((a, b) => b.length - a.length)
    .flatMap(formsOf)
    .reduce((text, form) => text.replace(form, '(secret)'), reported);
}

/** What a secret may look like. */
function formsOf(secret: string): readonly RegExp[] {
  const bytes = Buffer.from(secret);
  const percent = Array.from(bytes, percented).join('');
  return [
    new RegExp(literally(secret), 'g'),
    ...(percent === secret ? [] : [new RegExp(literally(percent), 'gi')]),
    new RegExp(bytes.toString('hex'), 'gi'),
    ...[0, 1, 2].map((before) => base64Form(bytes, before)),
  ];
}

/** A byte as it stands in addresses. */
const percented = (byte: number): string =>
  /[\w.~-]/.test(String.fromCharCode(byte))
    ? String.fromCharCode(byte)
    : `%${byte.toString(16).padStart(2, '0')}`;

const literally = (text: string): string => text.replace(/[^\w\s]/g, '\\$&');

/**
 * What is always the same in the base64 of any text that holds a secret, whose first byte is one of
 * three places in a group of three. The characters beside it hold a few bits of the secret too.
 */
function base64Form(bytes: Buffer, before: number): RegExp {
  const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const from = Math.ceil((before * 8) / 6);
  const to = Math.floor(((before + bytes.length) * 8) / 6);
  const middle = whole.slice(from, to).replaceAll('+', '[+-]').replaceAll('/', '[/_]');
  const [one, other] = [
    before === 0 ? '' : BESIDE,
    (before + bytes.length) % 3 === 0 ? '' : BESIDE,
  ];
  return new RegExp(`${one}${middle}${other}=*`, 'g');
}

const BESIDE = '[A-Za-z0-9+/_-]?';
