import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRead, makeFifo, writerOf } from '../support/programs/fifo.ts';
import { type OwnBuild, ownBuild } from '../support/programs/own-build.ts';
import { available } from '../support/programs/require.ts';
import { until } from '../support/programs/until.ts';

const FIFOS = available('mkfifo', 'signals while a FIFO is waited for');

let built: OwnBuild;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-start-'));
  built = ownBuild('start');
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('bin/backcast.js', () => {
  it('says how to build when nothing is built', () => {
    cpSync('bin', join(folder, 'bin'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const run = spawnSync(process.execPath, [join(folder, 'bin/backcast.js')], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toBe(
      `backcast is not built yet; run "npm ci" (or "npm run build") in ${folder}/\n`,
    );
  });

  it('hands over the arguments and the exit code', () => {
    const version = spawnSync(process.execPath, [built.bin, '--version'], { encoding: 'utf8' });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
    // Nor does V8 say that it does not know a flag.
    expect(version.stderr).toBe('');
    expect(spawnSync(process.execPath, [built.bin, 'nonsense']).status).toBe(2);
  });

  it('ends with 0 and in silence when nobody reads on', () => {
    const script = `"${process.execPath}" ${built.bin} --help; echo "code $?" >&2`;
    const run = spawnSync('sh', ['-c', `(${script}) | true`], { encoding: 'utf8' });
    expect(run.stderr).toBe('code 0\n');
  });

  it.skipIf(!FIFOS).each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends on %s with %d, even while nobody reads its FIFO', async (signal, code) => {
    const tree = mkdtempSync(join(folder, 'tree-'));
    const index = join(folder, `${signal}.index`);
    writeFileSync(join(tree, 'before'), 'a');
    execFileSync(process.execPath, [built.bin, 'observe', tree, '--index', index]);
    renameSync(join(tree, 'before'), join(tree, 'after'));
    const fifo = join(folder, `${signal}.fifo`);
    makeFifo(fifo);
    const argv = [built.bin, 'observe', tree, '--since', index, '--output', fifo];
    const run = spawn(process.execPath, argv, { stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = new Promise((resolve) => run.on('exit', (status) => resolve(status)));
    // The note that nothing is as before comes when all is read and the FIFO is next.
    await new Promise((resolve) => run.stderr.once('data', resolve));
    run.kill(signal);
    expect(await ended).toBe(code);
  });

  it.skipIf(!FIFOS)('ends on SIGINT though nobody reads on in the FIFO it writes to', async () => {
    const fifo = join(folder, 'stalled.fifo');
    makeFifo(fifo);
    const reader = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
    const { run, ended } = started(['catalog', 'list', '--json', '--output', fifo]);
    await until(() => hasWritten(reader));
    run.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, signal: null });
    closeSync(reader);
  });

  // Shells show these as 130, too. Were the signal not heard, it would end by itself with a code.
  it.skipIf(!FIFOS)('is ended by SIGINT while it computes, and leaves nothing behind', async () => {
    const home = mkdtempSync(join(folder, 'long-'));
    const fifo = join(home, 'many.fifo');
    makeFifo(fifo);
    const { run, ended } = started(['simulate', fifo, '--output', join(home, 'result.json')]);
    await writeFile(fifo, JSON.stringify(manyWorkloads(3000)));
    // It has read to the end.
    await until(() => !isRead(fifo));
    run.kill('SIGINT');
    expect(await ended).toEqual({ code: null, signal: 'SIGINT' });
    expect(readdirSync(home)).toEqual(['many.fifo']);
  });

  it.skipIf(!FIFOS)('is ended by SIGINT while it waits for the writer of a FIFO', async () => {
    const fifo = join(folder, 'silent.fifo');
    makeFifo(fifo);
    const { run, ended } = started(['check', fifo]);
    let writer: number | undefined;
    await until(() => {
      writer = writerOf(fifo);
      return writer !== undefined;
    });
    run.kill('SIGINT');
    expect(await ended).toEqual({ code: null, signal: 'SIGINT' });
    closeSync(writer ?? 0);
  });

  it('ends with 130 while it waits for standard input', async () => {
    const { run, ended } = started(['check', '-']);
    // More than fits where nobody reads.
    await new Promise((taken) => run.stdin.write(' '.repeat(4 << 20), taken));
    run.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, signal: null });
  });
});

/** Starts the program; `ended` says how it ended. */
function started(argv: readonly string[]) {
  const run = spawn(process.execPath, [built.bin, ...argv], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise((resolve) => {
    run.on('exit', (code, signal) => resolve({ code, signal }));
  });
  return { run, ended };
}

/** Whether something has been written to a FIFO, of which this takes a byte. */
function hasWritten(reader: number): boolean {
  try {
    return readSync(reader, Buffer.alloc(1)) > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return false;
    throw error;
  }
}

function manyWorkloads(count: number): object {
  const names = Array.from({ length: count }, (_, index) => `w${index}`);
  return {
    start: '2026-01-05',
    horizon: '5 years',
    workloads: Object.fromEntries(names.map((name) => [name, { size: '10 GB' }])),
    stores: { disk: { profile: 'disk/nearline-raid6' } },
    strategies: { forever: { incremental: 'daily at 22:00' } },
  };
}
