import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from './golden/run-cli.ts';
import { available } from './support/programs/require.ts';
import { commandsOf } from './support/readme-commands.ts';

/** A fenced block of the guide. */
interface Block {
  readonly language: string;
  readonly text: string;
}

const guide = readFileSync(join(ROOT, 'docs/planning.md'), 'utf8');
const blocks: readonly Block[] = [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(
  ([, language = '', text = '']) => ({ language, text }),
);

const folder = mkdtempSync(join(tmpdir(), 'backcast-planning-'));
const program = `'${process.execPath}' '${join(ROOT, 'bin', 'backcast.js')}'`;

/** The file that a block says it is, in its first line. */
const nameOf = (text: string): string =>
  /^# (\w+\.yaml)\n/.exec(text)?.[1] ?? 'a file without name';

const SED = available('sed', 'commands of the guide that edit its files');

/** Whether a block of commands has one that this machine has not. */
const lacks = (text: string): boolean => /^sed /m.test(text) && !SED;

/** Runs a command in the folder of the guide's files. */
function run(text: string): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync(text.replaceAll('npx backcast', program), {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
    encoding: 'utf8',
    shell: true,
  });
  return { status, stdout };
}

describe('docs/planning.md', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has files, commands and what they print', () => {
    const languages = blocks.map(({ language }) => language);
    expect(new Set(languages)).toEqual(new Set(['yaml', 'sh', 'text']));
  });

  for (const { language, text } of blocks.filter((one) => one.language === 'yaml')) {
    it(`has a ${language} file ${nameOf(text)} that is accepted`, () => {
      const name = nameOf(text);
      writeFileSync(join(folder, name), text);
      // What is no scenario is a price book.
      const isScenario = text.includes('\nstrategies:');
      const asked = isScenario ? `check ${name}` : `simulate plan.yaml --prices ${name}`;
      const { status, stdout } = run(`npx backcast ${asked}`);
      expect(status, stdout).toBe(0);
    });
  }

  let printed = '';
  let commands = '';
  for (const [index, { language, text }] of blocks.entries()) {
    if (language === 'sh') {
      commands = text;
      it.skipIf(lacks(text))(`has commands that end as they say: ${text.split('\n')[0]}`, () => {
        for (const command of commandsOf(`\`\`\`sh\n${text}\`\`\``)) {
          const { status, stdout } = run(command.text);
          expect(status, stdout).toBe(command.exit);
          printed = stdout;
        }
      });
    } else if (language === 'text') {
      it.skipIf(lacks(commands))(`shows what was printed, block ${index}`, () => {
        for (const part of text.trimEnd().split('\n\n')) expect(printed).toContain(part);
      });
    }
  }
});
