import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { available } from '../../support/programs/require.ts';
import { captured } from '../captured.ts';

const BASH = available('bash', 'completion in bash');

async function script(shell: string): Promise<string> {
  const { host, out } = captured();
  expect(await main(['completion', shell], host)).toBe(0);
  return out();
}

/** What bash offers for the last of some words. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const typed = words.map((word) => `'${word}'`).join(' ');
  const program = `${await script('bash')}
COMP_WORDS=(backcast ${typed}); COMP_CWORD=${words.length}; _backcast
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', program], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout.trim().split('\n');
}

describe('completion', () => {
  it.skipIf(!BASH)('offers commands, options and words in bash', async () => {
    expect(await offered('si')).toEqual(['simulate']);
    expect(await offered('simulate', '--un')).toEqual(['--unbounded', '--units']);
    expect(await offered('catalog', 's')).toEqual(['search', 'show']);
    expect(await offered('simulate', 'x')).toEqual(['']);
  });

  it.each(['bash', 'zsh', 'fish'])('knows every command that people see in %s', async (shell) => {
    const text = await script(shell);
    for (const name of ['simulate', 'diff', 'sweep', 'init']) expect(text).toContain(name);
    expect(text).not.toContain('engine)');
  });

  it('refuses another shell', async () => {
    const { host, err } = captured();
    expect(await main(['completion', 'tcsh'], host)).toBe(2);
    expect(err()).toMatch(/allowed choices are bash, zsh, fish/i);
  });
});
