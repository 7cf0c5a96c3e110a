import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAMS } from './programs.ts';
import { available } from './require.ts';

let folder = '';
let searched = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-require-'));
  searched = join(folder, 'bin');
  mkdirSync(searched);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a program of that name, which does what the script says, into a folder of PATH. */
function program(name: string, script = 'exit 0', bin = 'bin'): void {
  mkdirSync(join(folder, bin), { recursive: true });
  writeFileSync(join(folder, bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, bin, name), 0o755);
}

describe('a program that a test needs', () => {
  it('is found when its check ends with 0', () => {
    program('gzip');
    expect(available('gzip', 'x', { searched, ci: true })).toBe(true);
  });

  it('is the first of its name that passes the check', () => {
    program('python3', 'exit 1', 'own/bin');
    program('python3');
    const both = [join(folder, 'own/bin'), searched].join(delimiter);
    expect(available('simpy', 'x', { searched: both, ci: true })).toBe(true);
  });

  it('may lie in the sbin beside a bin, and needs no check where being there is enough', () => {
    program('findmnt', 'exit 1', 'sbin');
    expect(available('findmnt', 'x', { searched, ci: true })).toBe(true);
  });

  it('is announced when it is missing', () => {
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    expect(available('gzip', 'the page', { searched, ci: false, say })).toBe(false);
    expect(said).toEqual([
      'SKIPPED: the page, because gzip is missing (there is no gzip in PATH); ' +
        `install with: ${PROGRAMS.gzip.install}\n`,
    ]);
  });

  it('is announced when it is there and cannot do what is wanted', () => {
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    program('python3', 'exit 1');
    mkdirSync(join(folder, 'other/bin/python3'), { recursive: true });
    symlinkSync('nowhere', join(searched, 'gzip'));
    const both = [searched, join(folder, 'other/bin')].join(delimiter);
    expect(available('simpy', 'the race', { searched: both, ci: false, say })).toBe(false);
    expect(available('gzip', 'the race', { searched, ci: false, say })).toBe(false);
    expect(said.join('')).toContain(`(${searched}/python3 -c import SimPy.Simulation failed)`);
    expect(said.join('')).toContain('(there is no gzip in PATH)');
  });

  it('is missing when a program is that goes along with it', () => {
    for (const name of ['sshd', 'ssh', 'setpriv']) program(name);
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    expect(available('sshd', 'x', { searched, ci: false, say })).toBe(false);
    expect(said.join('')).toContain('(there is no ssh-keygen in PATH)');
    program('ssh-keygen');
    expect(available('sshd', 'x', { searched, ci: true })).toBe(true);
  });

  it('is one of several that are all needed', () => {
    program('gzip');
    const both = ['gzip', 'rsync'] as const;
    expect(available(both, 'x', { searched, ci: false, say: () => {} })).toBe(false);
    program('rsync');
    expect(available(both, 'x', { searched, ci: true })).toBe(true);
  });

  it('fails in CI when it is missing', () => {
    expect(() => available('simpy', 'the race', { searched, ci: true })).toThrow(
      'SKIPPED: the race, because simpy is missing',
    );
  });

  it('is announced in CI too when it hangs on the kernel', () => {
    const say = () => {};
    expect(available('networkNamespace', 'x', { searched, ci: true, say })).toBe(false);
  });
});
