import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Option } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import type { CommandEntry, CommandFile } from '../../src/cli/commands.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { main } from '../../src/cli/main.ts';
import { wholeNumber } from '../../src/cli/whole-number.ts';
import { ProblemsFound } from '../../src/problem.ts';
import { ImpossibleResult } from '../../src/report/result/impossible-result.ts';
import { captured } from './captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-main-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A table with one command, so that the frame is tested whatever the real commands do. */
function table(define: CommandFile['define']): readonly CommandEntry[] {
  const load = async (): Promise<CommandFile> => ({ define });
  const unwanted = async (): Promise<CommandFile> => {
    throw new Error('loaded a command that was not asked for');
  };
  return [
    { name: 'probe', summary: 'probe it', example: 'probe FILE', load },
    { name: 'other', summary: 'another', example: 'other', load: unwanted },
  ];
}

async function probe(argv: readonly string[], define: CommandFile['define'], options = {}) {
  const capture = captured(options);
  const code = await main(argv, capture.host, table(define));
  return { code, out: capture.out(), err: capture.err() };
}

const throwing = (error: unknown): CommandFile['define'] => {
  return (command, context) =>
    void command.action(
      context.action(() => {
        throw error;
      }),
    );
};

describe('help and version', () => {
  it('lists every command with an example, and the exit codes, and loads no command', async () => {
    const { host, out, err } = captured();
    const entries = COMMANDS.map((entry) => ({
      ...entry,
      load: () => Promise.reject(new Error('loaded')),
    }));
    expect(await main(['--help'], host, entries)).toBe(0);
    for (const { name, example, hidden = false } of COMMANDS) {
      expect(out().includes(`  ${name} `)).toBe(!hidden);
      expect(out().includes(`  backcast ${example}`)).toBe(!hidden);
    }
    expect(out()).toMatch(/ 2 {4}problems/u);
    expect(err()).toBe('');
  });

  it('gives the example and the global options in the help of a command', async () => {
    const { code, out } = await probe(['probe', '--help'], () => undefined);
    expect(code).toBe(0);
    expect(out).toContain('backcast probe FILE');
    expect(out).toContain('--output <file>');
  });

  it('helps when nothing is asked, on standard error', async () => {
    const { code, out, err } = await probe([], () => undefined);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Usage: backcast');
  });

  it('takes -V and --json for options only where they are no values', async () => {
    const file = join(folder, '-V');
    const cwd = process.cwd();
    process.chdir(folder);
    const run = await probe(
      ['probe', '--output', '-V', '--output', '--json'],
      (command, context) => {
        command.action(
          context.action(async () => context.result(`json ${context.json}\n`).then(() => 0)),
        );
      },
    ).finally(() => process.chdir(cwd));
    expect(run).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(folder, '--json'), 'utf8')).toBe('json false\n');
    expect(existsSync(file)).toBe(false);
    const wrong = await probe(['prob', '--output', '--json'], () => undefined);
    expect(wrong).toMatchObject({ code: 2, out: '' });
  });

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await probe(['--version'], () => undefined)).toEqual({
      code: 0,
      out: `${version}\n`,
      err: '',
    });
  });
});

describe('usage errors', () => {
  it.each([
    [['prob'], "unknown command 'prob'; did you mean probe?\n1 problem\n"],
    [['probe', '--quite'], "unknown option '--quite'; did you mean --quiet?\n1 problem\n"],
    [
      ['probe', 'more'],
      /^too many arguments for 'probe'.*; see "backcast probe --help"\n1 problem\n$/u,
    ],
    [['probe', '--output'], /argument missing.*\n1 problem\n$/u],
    [
      ['probe', '--size', 'x'],
      "option '--size <size>' argument 'x' is invalid; allowed choices are s, m\n1 problem\n",
    ],
    [
      ['probe', '--count', 'x'],
      "option '--count <n>' argument 'x' is invalid; write a whole number from 1 to 9\n1 problem\n",
    ],
  ])('%j ends with 2 and says what was meant', async (argv, message) => {
    const { code, out, err } = await probe(argv, (command) => {
      command
        .addOption(new Option('--size <size>').choices(['s', 'm']))
        .option('--count <n>', 'a count', wholeNumber({ least: 1, most: 9 }))
        .action(() => undefined);
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('go to standard output as JSON with --json', async () => {
    const { code, out, err } = await probe(['prob', '--json'], () => undefined);
    expect(code).toBe(2);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({
      format: 'backcast/problems/1',
      problems: [{ path: '', message: "unknown command 'prob'", hint: 'did you mean probe?' }],
    });
  });
});

describe('problems', () => {
  const problems = Array.from({ length: 101 }, (_, index) => ({
    path: `a.${index}`,
    message: 'is wrong \u001b[31m\u202e',
    place: { file: 'a.yaml', line: index + 1, column: 3 },
  }));

  it('are printed one a line and counted, of more than 100 the first 50', async () => {
    const { code, err } = await probe(['probe'], throwing(new ProblemsFound(problems)));
    expect(code).toBe(2);
    const lines = err.trimEnd().split('\n');
    expect(lines[0]).toBe('a.yaml:1:3: a.0: is wrong \\u001b[31m\\u202e');
    expect(lines.slice(50)).toEqual(['... and 51 more; --json prints all of them', '101 problems']);
    const hundred = await probe(['probe'], throwing(new ProblemsFound(problems.slice(1))));
    expect(hundred.err.trimEnd().split('\n')).toHaveLength(101);
  });

  it('are all in the JSON, flat, with nothing that harms a terminal', async () => {
    const { out } = await probe(['probe', '--json'], throwing(new ProblemsFound(problems)));
    expect(out.includes('\u001b') || out.includes('\u202e')).toBe(false);
    const parsed = JSON.parse(out) as { problems: unknown[] };
    expect(parsed.problems).toHaveLength(101);
    expect(parsed.problems[1]).toEqual({
      path: 'a.1',
      message: 'is wrong \u001b[31m\u202e',
      file: 'a.yaml',
      line: 2,
      column: 3,
    });
  });

  it('are told apart from a bug, which asks to be reported', async () => {
    const { code, out, err } = await probe(['probe'], throwing(new TypeError('odd')));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/report it.*\nTypeError: odd\n +at /su);
  });

  it('and a bug is JSON on standard output with --json, its trace still for the report', async () => {
    const { code, out, err } = await probe(['probe', '--json'], throwing(new TypeError('odd')));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ format: 'backcast/bug/1', message: 'odd' });
    expect(err).toMatch(/report it.*\nTypeError: odd\n +at /su);
  });
});

describe('a figure that cannot be', () => {
  const lost = 'strategies.0.disasters.0.lost.mean: Too small: expected number to be >=0';
  const define = throwing(new ImpossibleResult([lost]));

  it('is a fault of backcast and named by its place, with no trace', async () => {
    const { code, out, err } = await probe(['probe'], define);
    expect({ code, out }).toEqual({ code: 70, out: '' });
    expect(err).toBe(
      `A fault of backcast: figures that cannot be. Please report it, with the lines below:\n${lost}\n`,
    );
  });

  it('is JSON with --json', async () => {
    const { code, out } = await probe(['probe', '--json'], define);
    expect(code).toBe(70);
    expect(JSON.parse(out)).toEqual({
      format: 'backcast/bug/1',
      message: 'a fault of backcast: figures that cannot be',
      faults: [lost],
    });
  });
});

describe('a result', () => {
  const printing: CommandFile['define'] = (command, context) =>
    void command.action(
      context.action(async () => {
        context.note('a note');
        context.progress('half way');
        await context.result('the result\n');
        return 3;
      }),
    );

  it('goes to standard output, notes to standard error, and the code is the action’s', async () => {
    const expected = { code: 3, out: 'the result\n', err: 'a note\n' };
    expect(await probe(['probe'], printing)).toEqual(expected);
    expect(await probe(['--quiet', 'probe'], printing)).toEqual({ ...expected, err: '' });
  });

  it('goes to the file of --output', async () => {
    const file = join(folder, 'result.txt');
    const { out } = await probe(['probe', '--output', file], printing);
    expect(out).toBe('');
    expect(readFileSync(file, 'utf8')).toBe('the result\n');
  });

  it('is a problem when its folder is missing', async () => {
    const file = join(folder, 'none', 'result.txt');
    const { code, err } = await probe(['probe', '--output', file], printing);
    expect(code).toBe(2);
    // Found out before the work, so its note never comes.
    expect(err).toMatch(/^cannot write .* does not exist; make the folder first/u);
  });

  it('takes the line of progress away before it comes', async () => {
    const { err } = await probe(['probe'], printing, { terminal: true });
    expect(err).toBe('a note\n\r\u001b[2Khalf way\r\u001b[2K');
  });

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])(
    'comes without progress under %j',
    async (environment) => {
      const { err } = await probe(['probe'], printing, { terminal: true, environment });
      expect(err).toBe('a note\n');
    },
  );
});

describe('input', () => {
  const reading: CommandFile['define'] = (command, context) =>
    void command.argument('<file>').action(
      context.action(async (file: string) => {
        await context.result((await context.input(file)).text);
        return 0;
      }),
    );

  it('is read as UTF-8', async () => {
    const file = join(folder, 'in.yaml');
    writeFileSync(file, 'größe');
    expect(await probe(['probe', file], reading)).toEqual({ code: 0, out: 'größe', err: '' });
  });

  it('is refused when missing, a directory, too large or not UTF-8', async () => {
    const large = join(folder, 'large');
    writeFileSync(large, Buffer.alloc(16_000_001, 'a'));
    const bytes = join(folder, 'bytes');
    writeFileSync(bytes, Buffer.from([0xff, 0xfe]));
    const said = async (path: string) => (await probe(['probe', path], reading)).err;
    expect(await said(join(folder, 'nothing'))).toContain('it does not exist; check the name');
    expect(await said(folder)).toContain('it is a directory');
    expect(await said(large)).toContain('is larger than 16 MB');
    expect(await said(bytes)).toContain('is not text in UTF-8');
  });
});
