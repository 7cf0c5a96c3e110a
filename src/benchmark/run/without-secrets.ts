/** Matches names of environment variables that hold secrets. */
const SECRET = /KEY|SECRET|PASS/;

/** Shorter values would match ordinary words and protect nothing. */
const LEAST = 4;

/**
 * Removes the secrets in a program's environment from its output, since some programs repeat a key
 * that was refused.
 *
 * @example
 * withoutSecrets('no such key: AKIA…', { AWS_ACCESS_KEY_ID: 'AKIA…' }) // 'no such key: (secret)'
 */
export function withoutSecrets(reported: string, env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .filter(([name, value]) => SECRET.test(name) && value.length >= LEAST)
    .map(([, value]) => value)
    .sort((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replaceAll(secret, '(secret)'), reported);
}
