import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('loses the longer of two secrets first, and nothing for one that is hardly one', () => {
    const env = { A_KEY: 'abcd', B_KEY: 'abcdef', C_KEY: 'e', PATH: '/bin' };
    expect(withoutSecrets('e abcdefg abcd /bin', env)).toBe('e (secret)g (secret) /bin');
  });
});
