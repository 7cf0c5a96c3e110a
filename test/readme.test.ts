import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Command, commandsOf } from './support/readme-commands.ts';

const root = join(import.meta.dirname, '..');
const readme = existsSync(join(root, 'README.md'))
  ? readFileSync(join(root, 'README.md'), 'utf8')
  : '';
const commands = commandsOf(readme);
const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
).scripts;

/** The two that a new reader starts with: run by `.ci/run` from a clean clone, spelt here. */
const FIRST = ['npm ci && npx backcast simulate scenarios/finance.yaml', 'npm ci && npm test'];

const isBackcast = ({ text }: Command): boolean => text.startsWith('npx backcast');

/** The backcast half of the first command is run like any other. */
const runnable = commands
  .map((command) => ({ ...command, text: command.text.replace(/^npm ci && (?=npx )/, '') }))
  .filter(isBackcast);

/** The instant of the newest file below a folder, or 0 where there is none. */
const newest = (folder: string): number =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => statSync(join(folder, name)).mtimeMs)
        .reduce((a, b) => Math.max(a, b), 0)
    : 0;

describe('README.md', () => {
  it.each(FIRST)('has the command %s', (text) => {
    expect(commands.map((command) => command.text)).toContain(text);
  });

  it('has no command that nobody runs', () => {
    const others = commands.filter((command) => !isBackcast(command) && !isKnown(command.text));
    expect(others).toEqual([]);
  });
});

const isKnown = (text: string): boolean => {
  const [, script] = /^npm run ([\w:-]+)$/.exec(text) ?? [];
  if (script !== undefined) return script in scripts;
  return FIRST.includes(text) || /^(git clone|cd) \S+$/.test(text);
};

describe('a command of README.md ends as it says', () => {
  const copy = mkdtempSync(join(tmpdir(), 'backcast-readme-'));

  beforeAll(() => {
    expect(
      newest(join(root, 'dist')),
      'dist/ is missing or older than src/: run npm run build',
    ).toBeGreaterThan(newest(join(root, 'src')));
    // What they read; results that lie beside it are not for them.
    for (const name of ['scenarios', 'src']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('and there is one at least', () => {
    expect(runnable.length).toBeGreaterThan(0);
  });

  it.each(runnable)('$text exits $exit', ({ text, exit }) => {
    const program = `'${process.execPath}' '${join(root, 'bin', 'backcast.js')}'`;
    const { status, stdout, stderr } = spawnSync(text.replaceAll('npx backcast', program), {
      cwd: copy,
      encoding: 'utf8',
      shell: true,
    });
    expect(status, `${stdout}\n${stderr}`).toBe(exit);
  });
});
