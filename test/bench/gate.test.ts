import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'backcast-builds-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder like a build, whose program is this. */
function build(name: string, program: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, 'bin'), { recursive: true });
  mkdirSync(join(path, 'dist'));
  writeFileSync(join(path, 'bin/backcast.js'), program);
  return path;
}

/** A program that holds so many megabytes. */
const holding = (megabytes: number): string => `Buffer.alloc(${megabytes}e6, 1);\n`;

const OF_MEMORY = ['--only', 'start', '--max', 'memory=+25%', '--seed', '1', '--json'];

function gate(...argv: readonly string[]) {
  const program = join(import.meta.dirname, 'gate.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run bench:gate', () => {
  it('finds a build that holds more memory, with the verdicts of the gate', () => {
    const { status, stdout } = gate(
      build('small', holding(1)),
      build('large', holding(100)),
      ...OF_MEMORY,
    );
    expect(status).toBe(3);
    const { verdict, judgements } = JSON.parse(stdout);
    expect(verdict).toBe('fail');
    expect(judgements).toMatchObject([{ scenario: 'start', metric: 'memory', verdict: 'worse' }]);
  });

  it('ends with 2 where a build fails, is none, or a load or limit is misspelt', () => {
    const broken = build('broken', 'process.exit(1);');
    const failing = gate(broken, broken, ...OF_MEMORY);
    expect(failing).toMatchObject({ status: 2, stdout: '' });
    expect(failing.stderr).toContain('start of before:');
    expect(gate(join(folder, 'none')).stderr).toContain('neither a folder with bin/backcast.js');
    expect(gate('--only', 'strat').stderr).toContain('no load is called strat');
    expect(gate('--max', 'tiem=+5%').stderr).toContain('--max tiem: is no metric');
  });
});
