import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as read } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { isRead, makeFifo } from '../../support/programs/fifo.ts';
import { available } from '../../support/programs/require.ts';
import { until } from '../../support/programs/until.ts';

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

describe('a run that was never begun', () => {
  it.each(['--resume', '--discard'])(
    'is refused with %s, and makes no work directory',
    async (way) => {
      const { code, err } = await folder.bench(few('{ built-in: {} }'), way);
      expect([code, existsSync(folder.work)]).toEqual([2, false]);
      expect(err).toContain('is no work directory: no run was begun there');
    },
  );
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

  it('is discarded without its data and its tools, and whatever else cannot be read', async () => {
    const data = join(folder.path, 'data');
    mkdirSync(data);
    const commands = { backup: [join(folder.path, 'tool')], restore: ['true'] };
    writeFileSync(join(folder.path, 'tool'), '#!/bin/sh\n', { mode: 0o755 });
    const plan = `
datasets: { mine: { directory: data } }
tools: { mine: { command: ${JSON.stringify(commands)} } }
`;
    await folder.bench(plan, '--quiet', '--budget', '1ms');
    rmSync(data, { recursive: true });
    rmSync(join(folder.path, 'tool'));
    // A run that was ended while it wrote its first line.
    mkdirSync(join(folder.work, '20991231T000000Z'));
    writeFileSync(join(folder.work, 'measurements-20991231T000000Z.jsonl'), '{"format');
    expect((await folder.bench(plan, '--discard')).code).toBe(0);
    expect(left()).toEqual(['20991231T000000Z']);
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

describe.skipIf(!available('mkfifo', 'a run that Ctrl-C ends'))('a run that Ctrl-C ends', () => {
  it('prints what it has measured, and how to go on', async () => {
    const pipe = join(folder.path, 'pipe');
    makeFifo(pipe);
    const backup = ['cp', '-a', '{source}/.', '{target}/{point}'];
    const tool = { backup, restore: ['cat', pipe] };
    const text = few(`{ mine: { command: ${JSON.stringify(tool)} } }`);
    const args = ['bench', folder.plan(text), '--work', folder.work];
    const run = spawn(process.execPath, ['bin/backcast.js', ...args]);
    const printed = Promise.all([read(run.stdout), read(run.stderr)]);
    const ended = once(run, 'exit');
    // The restore waits for somebody to write.
    await until(() => isRead(pipe));
    run.kill('SIGINT');
    expect((await ended)[0]).toBe(130);
    const [out, err] = await printed;
    expect(err).toContain('broken off: go on with --resume, or remove what is left with --discard');
    expect(out).toMatch(/disk +0-full +mine +1/);
    expect(out).toMatch(/\d steps that were not begun: /);
    expect((await folder.bench(text, '--discard')).code).toBe(0);
    expect(left()).toEqual([]);
  });
});
