import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

const few = (tools: string, rest = '') => `
datasets: { few: { files: 3, size: { median: 1 KiB, sigma: 0 } } }
tools: ${tools}
levels: [full]
repetitions: 1
${rest}`;

/** What lies in the work directory beside measurements, the mark and notes. */
const left = (): readonly string[] =>
  readdirSync(folder.work).filter(
    (name) => !name.startsWith('.') && !/^measurements-.*Z\.jsonl$/.test(name),
  );

describe('a run that cannot begin', () => {
  it('leaves nothing, wherever it is refused', async () => {
    writeFileSync(join(folder.path, 'key'), 'secret');
    const bucket = `
  away:
    s3: http://127.0.0.1:1
    bucket: tests
    access-key: { file: ./key }
    secret-key: { file: ./key }`;
    const plan = few('{ restic: {}, built-in: {} }', `targets:\n  disk: local${bucket}\n`);
    const { code, err } = await folder.bench(plan);
    expect([code, err]).toEqual([2, expect.stringContaining('targets.away: cannot be used')]);
    expect(readdirSync(folder.work).filter((name) => !name.startsWith('.'))).toEqual([]);
  });
});

describe('a run that was broken off', () => {
  it('is discarded where its places are gone already', async () => {
    const plan = few('{ built-in: {} }');
    await folder.bench(plan, '--quiet', '--budget', '1ms');
    const [run = ''] = left();
    rmSync(join(folder.work, run, 'targets'), { recursive: true });
    expect((await folder.bench(plan, '--resume')).code).toBe(2);
    expect((await folder.bench(plan, '--discard')).code).toBe(0);
    expect(left()).toEqual([]);
  });

  it('does not go on with a tool of another version', async () => {
    const version = join(folder.path, 'version');
    const commands = { version: ['cat', version], backup: ['true'], restore: ['true'] };
    const plan = few(`{ built-in: {}, mine: { command: ${JSON.stringify(commands)} } }`);
    writeFileSync(version, '1.0\n');
    await folder.bench(plan, '--quiet', '--budget', '1ms');
    writeFileSync(version, '2.0\n');
    const { code, err } = await folder.bench(plan, '--resume');
    expect(code).toBe(2);
    expect(err).toContain('tools.mine: is of version 2.0, and was of version 1.0');
    expect((await folder.bench(plan, '--discard')).code).toBe(0);
  });
});

describe('a run whose places cannot be taken away', () => {
  it('still tells what it found, and what is left can be discarded', async () => {
    const commands = {
      backup: ['sh', '-c', 'rm "$1"/../../mark-*', 'sh', '{target}'],
      restore: ['true'],
    };
    const plan = few(`{ mine: { command: ${JSON.stringify(commands)} } }`);
    const { code, summary } = await folder.bench(plan, '--json');
    expect(code).toBe(3);
    expect(summary().rows.length).toBeGreaterThan(0);
    expect(summary().warnings.at(-1)).toContain('cannot remove what the run made in target disk');
    expect(left()).toHaveLength(1);
    expect((await folder.bench(plan, '--discard')).code).toBe(0);
    expect(left()).toEqual([]);
  });
});

describe('the command that changes a directory', () => {
  it('has a place for its temporary files', async () => {
    mkdirSync(join(folder.path, 'data'));
    const { code, summary } = await folder.bench(
      `
datasets: { mine: { directory: data, next: [sh, -c, 'mktemp > made'] } }
tools: { built-in: {} }
levels: [full, incremental]
repetitions: 1
`,
      '--json',
    );
    expect([code, summary().failures]).toEqual([0, []]);
  });
});
