import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { manualPage } from '../../../src/cli/manual/page.ts';
import { available } from '../../support/programs/require.ts';
import { captured } from '../captured.ts';

const ROOT = join(import.meta.dirname, '../../..');
const GROFF = available('groff', 'the manual page as people read it');

describe('the manual page', () => {
  it('is what the help of the commands says; if not, run `npm run docs`', async () => {
    const { host } = captured();
    expect(readFileSync(join(ROOT, 'docs/backcast.1'), 'utf8')).toBe(await manualPage(host));
  });

  it('is named in the package', () => {
    const { man } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(man).toBe('./docs/backcast.1');
  });

  it.skipIf(!GROFF)('has every command that people see, and nothing that roff warns of', () => {
    const argv = ['-man', '-ww', '-Tascii', '-P-cbou', '-rLL=100n', 'docs/backcast.1'];
    const { status, stdout, stderr } = spawnSync('groff', argv, { cwd: ROOT, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    for (const { name, hidden } of COMMANDS) {
      const pattern = new RegExp(`^   backcast ${name}\\b`, 'm');
      if (hidden) expect(stdout).not.toMatch(pattern);
      else expect(stdout).toMatch(pattern);
    }
    expect(stdout).toMatch(/^ {3}backcast bench report \[options\] <measurements\.\.\.>$/m);
    expect(stdout).toContain('  backcast init --data images="60 TB, 25 %/year, medical-images"');
    expect(stdout).toContain('3    finished, but a promise is broken');
  });
});
