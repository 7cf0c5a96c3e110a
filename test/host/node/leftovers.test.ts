import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootOf, listed } from '../../../src/host/node/process-table.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { commandLines } from '../../support/programs/command-lines.ts';
import { ownBuild } from '../../support/programs/own-build.ts';
import { available } from '../../support/programs/require.ts';
import { until } from '../../support/programs/until.ts';

const SETPRIV = available('setpriv', 'that programs die with a killed parent');

const build = ownBuild('leftovers');
afterAll(build.remove);

let path = '';
beforeEach(() => {
  path = join(realpathSync(mkdtempSync(join(tmpdir(), 'backcast-left-'))), 'work');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true }));

// Told from the programs of all other tests by what they are given.
const own = process.pid;
const ours = (): readonly string[] =>
  commandLines().filter((line) => line.startsWith('sleep') && line.endsWith(`.${own}`));

/** What is written down in the directory of who is at work there. */
const noted = (): string => {
  const file = join(path, '.backcast-running');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** Starts another run at work in the directory, whose program is a shell with a child. */
async function another(PATH = process.env.PATH ?? ''): Promise<ChildProcess> {
  const module = pathToFileURL(join(build.folder, 'dist/host/node.js')).href;
  const script = `sleep 800.${own} & exec sleep 810.${own}`;
  const args = [
    fileURLToPath(new URL('leaving.mjs', import.meta.url)),
    module,
    path,
    nodeHost().processes.find('sh') ?? 'sh',
    '-c',
    script,
  ];
  const other = spawn(process.execPath, args, {
    env: { PATH, PROGRAMS: process.env.PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await until(() => ours().length === 2 && noted().includes('\nsession '));
  return other;
}

const noteIn = async (): Promise<readonly string[]> => {
  const host = nodeHost();
  return host.processes.noteIn(await host.openWorkDirectory(path));
};

describe('a run that is killed', () => {
  it.skipIf(!SETPRIV)(
    'takes its program with it, and the next ends what that has led to',
    async () => {
      const other = await another();
      other.kill('SIGKILL');
      await once(other, 'exit');
      await until(() => ours().length === 1);
      expect(ours()).toEqual([`sleep 800.${own}`]);
      expect(await noteIn()).toEqual([expect.stringMatching(/^sleep \(\d+\)$/)]);
      await until(() => ours().length === 0);
      expect(await noteIn()).toEqual([]);
    },
  );

  it('leaves all to the next where nothing dies with its parent', async () => {
    const other = await another('/none');
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(ours()).toHaveLength(2);
    expect(await noteIn()).toHaveLength(2);
    await until(() => ours().length === 0);
    expect(readdirSync(path).sort()).toEqual(['.backcast-running', '.backcast-work']);
  });

  it('is in the way while it lives', async () => {
    const other = await another();
    await expect(noteIn()).rejects.toThrow(`another run (process ${other.pid}) is at work in`);
    expect(ours()).toHaveLength(2);
    other.kill('SIGKILL');
    await once(other, 'exit');
    await noteIn();
  });
});

describe('a run that is ended', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s ends all it has begun', async (signal) => {
    const other = await another('/none');
    other.kill(signal);
    expect(await once(other, 'exit')).toEqual([signal === 'SIGINT' ? 130 : 143, null]);
    await until(() => ours().length === 0);
    expect(readdirSync(path)).toEqual(['.backcast-work']);
  });
});

describe('no leftover', () => {
  const started = (pid: number): number => listed(pid)?.started ?? -1;

  async function noting(pid: number, begun: number, boot = bootOf()): Promise<void> {
    await nodeHost().openWorkDirectory(path);
    const owner = `owner 1 ${started(1) + 1}`;
    const text = `boot ${boot}\n${owner}\nsession ${pid} ${begun}\n`;
    writeFileSync(join(path, '.backcast-running'), text);
  }

  it('is a process that has come to bear the number', async () => {
    const stranger = spawn('sleep', [`820.${own}`], { detached: true, stdio: 'ignore' });
    const pid = stranger.pid ?? 0;
    for (const [begun, boot] of [[started(pid) - 1], [started(pid), 'another']] as const) {
      await noting(pid, begun, boot);
      expect(await noteIn()).toEqual([]);
      expect(ours()).toHaveLength(1);
    }
    await noting(pid, started(pid));
    expect(await noteIn()).toEqual([`sleep (${pid})`]);
    await until(() => ours().length === 0);
  });

  it('is in a session whose first is gone, unless it has to do with the directory', async () => {
    const orphan = async (cwd: string): Promise<number> => {
      const before = ours().length;
      const script = `sleep 830.${own} >/dev/null & echo $$`;
      const first = spawn('sh', ['-c', script], { detached: true, cwd });
      await once(first, 'exit');
      await until(() => ours().length > before);
      return first.pid ?? 0;
    };
    const pid = await orphan('/');
    await noting(pid, 1);
    expect(await noteIn()).toEqual([]);
    expect(ours()).toHaveLength(1);
    const mine = await orphan(path);
    await noting(mine, 1);
    expect(await noteIn()).toHaveLength(1);
    expect(ours()).toHaveLength(1);
    process.kill(-pid, 'SIGKILL');
    await until(() => ours().length === 0);
  });

  it('is told by notes that cannot be read', async () => {
    await nodeHost().openWorkDirectory(path);
    writeFileSync(join(path, '.backcast-running'), `boot ${bootOf()}\nowner 1`);
    writeFileSync(join(path, '.backcast.0123456789ab.tmp'), '');
    expect(await noteIn()).toEqual([]);
    expect(existsSync(join(path, '.backcast.0123456789ab.tmp'))).toBe(false);
    expect(noted()).toContain(`owner ${own} `);
  });
});
