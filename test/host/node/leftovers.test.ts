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
import { bootOf, listed, namespaceOf } from '../../../src/host/node/process-table.ts';
import { type Noted, writeNotes } from '../../../src/host/node/state/notes.ts';
import { knownSecret } from '../../../src/host/node/state/secret.ts';
import { stateFolder } from '../../../src/host/node/state/state-folder.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { commandLines } from '../../support/programs/command-lines.ts';
import { ownBuild } from '../../support/programs/own-build.ts';
import { available } from '../../support/programs/require.ts';
import { until } from '../../support/programs/until.ts';

const SETPRIV = available('setpriv', 'that programs die with a killed parent');

const CGROUP = available('cgroup', 'processes that try to get away');

const build = ownBuild('leftovers');
afterAll(build.remove);

let path = '';
beforeEach(() => {
  path = join(realpathSync(mkdtempSync(join(tmpdir(), 'backcast-left-'))), 'work');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true }));

/** A line of a shell that starts a program in the background, in a session of its own. */
const daemon = (line: string): string => {
  const script = `require('child_process').spawn('sh', ['-c', 'exec ${line}'],
    { detached: true, stdio: 'ignore' }).unref()`;
  return `${process.execPath} -e "${script}"`;
};

// Told from the programs of all other tests by what they are given.
const own = process.pid;
const ours = (): readonly string[] =>
  commandLines().filter((line) => line.startsWith('sleep') && line.endsWith(`.${own}`));

/** What is noted of who is at work in the directory. */
const noted = (): string => {
  const file = join(stateFolder(path), 'notes');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** Starts another run at work in the directory, whose program is a shell with a child. */
async function another(
  PATH = process.env.PATH ?? '',
  script = `sleep 800.${own} & exec sleep 810.${own}`,
): Promise<ChildProcess> {
  const module = pathToFileURL(join(build.folder, 'dist/host/node.js')).href;
  const args = [
    fileURLToPath(new URL('leaving.mjs', import.meta.url)),
    module,
    path,
    nodeHost().processes.find('sh') ?? 'sh',
    '-c',
    script,
  ];
  const other = spawn(process.execPath, args, {
    env: { PATH, PROGRAMS: process.env.PATH, XDG_STATE_HOME: process.env.XDG_STATE_HOME },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await until(() => ours().length === 2 && noted().includes('\nsession '));
  return other;
}

/** Claims the directory; in words, what was left there, ended or not. */
const noteIn = async (): Promise<readonly string[]> => {
  const host = nodeHost();
  const left = await host.processes.noteIn(await host.openWorkDirectory(path));
  return left.map(({ name, isEnded }) => `${name} ${isEnded ? 'ended' : 'left'}`);
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
      expect(await noteIn()).toEqual(['sleep ended']);
      await until(() => ours().length === 0);
      expect(await noteIn()).toEqual([]);
    },
  );

  it('leaves all to the next where nothing dies with its parent', async () => {
    const other = await another('/none');
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(ours()).toHaveLength(2);
    expect(await noteIn()).toEqual(['sleep ended', 'sleep ended']);
    await until(() => ours().length === 0);
    expect(readdirSync(path)).toEqual(['.backcast-work']);
  });

  it.skipIf(!CGROUP)('leaves even what has another session and environment to it', async () => {
    const other = await another(
      '/none',
      `${daemon(`env -i sleep 800.${own}`)}; exec sleep 810.${own}`,
    );
    const cgroup = /^cgroup (.*)$/m.exec(noted())?.[1] ?? '';
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await noteIn()).toEqual(['sleep ended', 'sleep ended']);
    await until(() => ours().length === 0);
    expect(existsSync(cgroup)).toBe(false);
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
    const cgroup = /^cgroup (.*)$/m.exec(noted())?.[1] ?? '/none';
    other.kill(signal);
    expect(await once(other, 'exit')).toEqual([signal === 'SIGINT' ? 130 : 143, null]);
    await until(() => ours().length === 0);
    expect(readdirSync(path)).toEqual(['.backcast-work']);
    expect([noted(), existsSync(cgroup)]).toEqual(['', false]);
  });
});

describe('no leftover', () => {
  const started = (pid: number): number => listed(pid)?.started ?? -1;
  const secret = (): string => knownSecret(path) ?? '';
  const carrying = () => ({ ...process.env, BACKCAST_SECRET: secret() });
  beforeEach(async () => {
    await nodeHost().openWorkDirectory(path);
  });

  /** Writes down what a run that has ended since would have left. */
  const noting = (sessions: readonly Noted[], boot = bootOf() ?? ''): void =>
    writeNotes(stateFolder(path), {
      ...{ boot, namespace: namespaceOf() ?? '', cgroup: null, sessions },
      owner: { pid: 1, started: 1 },
    });

  it('is a process that has come to bear the number, or that does not carry the secret', async () => {
    const stranger = spawn('sleep', [`820.${own}`], { detached: true, stdio: 'ignore' });
    const pid = stranger.pid ?? 0;
    noting([{ pid, started: started(pid) }]);
    expect(await noteIn()).toEqual([]);
    const reborn = spawn('sleep', [`821.${own}`], {
      ...{ detached: true, stdio: 'ignore' },
      env: { ...carrying(), BACKCAST_SECRET: 'f'.repeat(64) },
    });
    noting([{ pid: reborn.pid ?? 0, started: started(reborn.pid ?? 0) - 1 }]);
    expect(await noteIn()).toEqual([]);
    expect(ours()).toHaveLength(2);
    for (const one of [stranger, reborn]) one.kill('SIGKILL');
    await until(() => ours().length === 0);
  });

  it('is ended that another boot or an unknown owner has left: it is named', async () => {
    const child = spawn('sleep', [`822.${own}`], {
      ...{ detached: true, stdio: 'ignore' },
      env: carrying(),
    });
    const session = { pid: child.pid ?? 0, started: started(child.pid ?? 0) };
    noting([session], 'another');
    expect(await noteIn()).toEqual(['sleep left']);
    writeFileSync(join(stateFolder(path), 'notes'), `boot ${bootOf()}\nowner 1`);
    expect(await noteIn()).toEqual(['sleep left']);
    expect(ours()).toHaveLength(1);
    noting([session]);
    expect(await noteIn()).toEqual(['sleep ended']);
    await until(() => ours().length === 0);
  });

  it('is told by notes that cannot be read, and what is temporary is removed', async () => {
    writeFileSync(join(stateFolder(path), 'notes'), `boot ${bootOf()}\nowner 1`);
    for (const folder of [path, stateFolder(path)]) {
      writeFileSync(join(folder, '.backcast.0123456789ab.tmp'), '');
    }
    expect(await noteIn()).toEqual([]);
    expect(existsSync(join(path, '.backcast.0123456789ab.tmp'))).toBe(false);
    expect(existsSync(join(stateFolder(path), '.backcast.0123456789ab.tmp'))).toBe(false);
    expect(noted()).toContain(`owner ${own} `);
  });
});
