import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../golden/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-newcomer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = `start: 2026-01-05
workloads: { files: { size: 4 TB } }
stores: { disk: {} }
strategies: { nightly: { incremental: daily } }
`;

const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

/** Runs a command that must end with problems, and says what it told. */
function problems(...args: readonly string[]): string {
  const { code, stdout, stderr } = runCli(args, { cwd: folder });
  expect(code, stderr).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/\n\s+at |Please report/);
  return stderr;
}

describe('what a newcomer gets wrong, each with a clear message and exit 2', () => {
  it('a wrong unit', () => {
    const name = file('unit.yaml', GOOD.replace('4 TB', '4 Tb'));
    expect(problems('simulate', name)).toMatch(
      /^unit\.yaml:2:23: workloads\.files\.size: .*"Tb" is not a unit of a size; write "4 TB"/,
    );
  });

  it('a typo in a field', () => {
    const name = file('typo.yaml', GOOD.replace('incremental', 'incrementel'));
    expect(problems('simulate', name)).toMatch(
      /typo\.yaml:4:26: strategies\.nightly\.incrementel: .*did you mean incremental\?/,
    );
  });

  it('a missing file', () => {
    expect(problems('simulate', 'nowhere.yaml')).toMatch(/nowhere\.yaml: it does not exist/);
  });

  it('a directory in place of a file, and a directory without rights', () => {
    mkdirSync(join(folder, 'closed'), { mode: 0o000 });
    expect(problems('simulate', 'closed')).toMatch(/cannot read closed/);
    expect(problems('observe', join('closed', 'inner'))).toMatch(/cannot observe/);
    chmodSync(join(folder, 'closed'), 0o700);
  });

  it('an empty file', () => {
    expect(problems('simulate', file('empty.yaml', ''))).toMatch(/empty\.yaml:1:1: is empty/);
  });

  it('50 MB of garbage, refused unparsed', () => {
    const name = file('garbage.yaml', Buffer.alloc(50e6, 0x5b));
    expect(problems('simulate', name)).toMatch(/larger than 16 MB/);
  });

  it('garbage that is no text', () => {
    const name = file('binary.yaml', Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a]));
    expect(problems('simulate', name)).toMatch(/not text in UTF-8/);
  });

  it('a mapping of 100 000 keys', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => `k${i}: 1\n`).join('');
    const told = problems('simulate', file('keys.yaml', keys));
    expect(told).toMatch(/keys\.yaml:1:1: /);
    expect(told.split('\n').length).toBeLessThan(60);
    expect(told).toMatch(/and \d+ more/);
  });

  it('aliases that explode', () => {
    const levels = Array.from({ length: 9 }, (_, i) =>
      i === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
        : `a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`,
    );
    expect(problems('simulate', file('bomb.yaml', levels.join('\n')))).toMatch(
      /aliases that explode/,
    );
  });

  it('a sample path that points outside, straight or through a link; nothing of it is quoted', () => {
    const secret = mkdtempSync(join(tmpdir(), 'backcast-secret-'));
    writeFileSync(join(secret, 'secret.csv'), 'root:swordfish\n');
    mkdirSync(join(folder, 'inner'), { recursive: true });
    symlinkSync(join(secret, 'secret.csv'), join(folder, 'inner', 'link.csv'));
    for (const sample of [join(secret, 'secret.csv'), '../../../../etc/passwd', 'link.csv']) {
      const scenario = GOOD.replace('size: 4 TB', `size: { sample: ${sample} }`);
      const told = problems('simulate', file(join('inner', 'outside.yaml'), scenario));
      expect(told).toMatch(/lies outside the folder|there is no file/);
      expect(told).not.toContain('swordfish');
    }
    rmSync(secret, { recursive: true });
  });

  it('an output folder that is not there: nothing is half-written', () => {
    const name = file('good.yaml', GOOD);
    expect(problems('simulate', name, '--output', 'no/such/folder.json')).toMatch(/folder/);
  });
});

describe('what works at once', () => {
  it('a scenario from standard input', () => {
    const { code, stdout } = runCli(['simulate', '-', '--json'], { input: GOOD });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).format).toBe('backcast/result/1');
  });

  it('a directory observed and simulated', () => {
    const seen = runCli(['observe', 'src', '--scenario', '--quiet']);
    expect(seen.code).toBe(0);
    const { code, stdout } = runCli(['simulate', '-', '--json'], { input: seen.stdout });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).workloads[0].name).toBe('src');
  });

  it('a file in each format, by its ending', () => {
    const name = file('formats.yaml', GOOD);
    for (const ending of ['txt', 'md', 'csv', 'json', 'html']) {
      const { code, stdout } = runCli(['simulate', name, '--output', `out.${ending}`], {
        cwd: folder,
      });
      expect(code, ending).toBe(0);
      expect(stdout).toBe('');
    }
  });
});
