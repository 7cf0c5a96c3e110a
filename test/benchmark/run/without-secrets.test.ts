import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../../../src/benchmark/run/invoke.ts';
import { withoutSecrets } from '../../../src/benchmark/run/without-secrets.ts';
import { captured } from '../../cli/captured.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'backcast-secrets-'));
});
afterAll(() => rmSync(home, { recursive: true }));

describe('what a program says', () => {
  it('is written down without the secrets that it was given', async () => {
    const { host } = captured({ environment: { PATH: process.env.PATH ?? '' } });
    const bench = { host, password: 'a-password', plan: { timeout: 600 } };
    const script = 'echo "$RESTIC_PASSWORD, $AWS_SECRET_ACCESS_KEY and $HOME" >&2; exit 1';
    const env = { AWS_SECRET_ACCESS_KEY: 'the-secret-key' };
    const { said } = await invoke(bench, home, [{ program: 'sh', args: ['-c', script], env }]);
    expect(said).toBe(`(secret), (secret) and ${home}`);
  });

  // In base64: the secret alone, then after "me:", "x:" and "xy::", the last with "end" after it.
  it.each([
    ['s3cr3t-key!', '(secret)'],
    ['in hex 733363723374 only', 'in hex 733363723374 only'],
    ['in hex 7333637233742d6b657921.', 'in hex (secret).'],
    ['in HEX 7333637233742D6B657921.', 'in HEX (secret).'],
    ['s3cr3t-key%21', '(secret)'],
    ['czNjcjN0LWtleSE=', '(secret)'],
    ['czNjcjN0LWtleSE', '(secret)'],
    ['Basic bWU6czNjcjN0LWtleSE=', 'Basic bWU6(secret)'],
    ['Basic eDpzM2NyM3Qta2V5IQ==', 'Basic eD(secret)'],
    ['Basic eHk6OnMzY3IzdC1rZXkhZW5k', 'Basic eHk6O(secret)ZW5k'],
  ])('is without a secret that is encoded: %s', (said, written) => {
    expect(withoutSecrets(said, { A_KEY: 's3cr3t-key!' })).toBe(written);
  });

  it('is without a secret in base64 of any text around it, in both alphabets, and is else whole', () => {
    const secret = fc.uint8Array({ minLength: 4, maxLength: 40 }).map((bytes) =>
      Buffer.from(bytes)
        .toString('latin1')
        .replace(/[^!-~]/g, '?'),
    );
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), fc.boolean(), (hidden, before, after, url) => {
        const text = Buffer.from(`${before}${hidden}${after}`).toString(
          url ? 'base64url' : 'base64',
        );
        const said = withoutSecrets(`<${text}>`, { A_KEY: hidden });
        expect(said).toContain('(secret)');
        const kept = said.replaceAll('(secret)', '').length;
        const most = Math.ceil((Buffer.byteLength(before + after) * 4) / 3) + 6;
        expect(kept).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('loses the longer of two secrets first, and nothing for one that is hardly one', () => {
    const env = { A_KEY: 'abcd', B_KEY: 'abcdef', C_KEY: 'e', PATH: '/bin' };
    expect(withoutSecrets('e abcdefg abcd /bin', env)).toBe('e (secret)g (secret) /bin');
  });
});
