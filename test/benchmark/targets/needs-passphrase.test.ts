import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { needsPassphrase } from '../../../src/benchmark/targets/needs-passphrase.ts';
import { available } from '../../support/programs/require.ts';

it.skipIf(!available('sshKeygen', 'keys with passphrases')).each([
  ['rsa', 'PEM'],
  ['ed25519', 'RFC4716'],
  ['ecdsa', 'PKCS8'],
])('a key with a passphrase is told from one without: %s, %s', (type, form) => {
  const folder = mkdtempSync(join(tmpdir(), 'backcast-key-'));
  const isAsked = (passphrase: string) => {
    const file = join(folder, `key${passphrase}`);
    const made = ['-t', type, '-m', form, '-N', passphrase, '-f', file];
    execFileSync('ssh-keygen', ['-q', ...made]);
    return needsPassphrase(readFileSync(file, 'utf8'));
  };
  expect([isAsked(''), isAsked('secret')]).toEqual([false, true]);
  rmSync(folder, { recursive: true });
});

it('what is no key needs none', () => {
  for (const text of ['', 'x', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END']) {
    expect(needsPassphrase(text)).toBe(false);
  }
});
