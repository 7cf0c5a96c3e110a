/** What names of variables that hold secrets have in them. */
const SECRET = /KEY|SECRET|PASS/;

/** A shorter one would be found in half of all words, and keeps nobody out. */
const LEAST = 4;

/**
 * What a program said, without the secrets that it was given in its environment: some repeat a key
 * that is refused.
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
