import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { available } from '../programs/require.ts';
import { until } from '../programs/until.ts';
import { ownedFolder, runs } from '../trees/owned-folder.ts';
import { descendants, startServer } from './server-process.ts';

const SETPRIV = available('setpriv', 'servers that end with their owners');

it.skipIf(!SETPRIV)('a server ends with all that it started', async () => {
  const own = ownedFolder('server');
  const server = startServer('sh', ['-c', 'sleep 301 & sleep 302; true'], join(own, 'log'));
  await until(() => server.hasEnded() || descendants(server.pid).length === 2);
  expect(server.hasEnded()).toBe(false);
  const all = [server.pid, ...descendants(server.pid)];
  await server.kill();
  expect(server.hasEnded()).toBe(true);
  await until(() => !all.some(runs));
  rmSync(own, { recursive: true });
});

/** Starts a server in a process of its own, says where it is, and waits. */
const OWNER = `
  const { runnerImport } = await import('vite');
  const load = async (name) => (await runnerImport(process.argv[1] + name)).module;
  const { ownedFolder } = await load('/trees/owned-folder.ts');
  const { startServer } = await load('/servers/server-process.ts');
  const own = ownedFolder('killed');
  const { pid } = startServer('sleep', ['303'], own + '/log');
  console.log(JSON.stringify({ pid, own }));
  setInterval(() => {}, 1000);
`;

it.skipIf(!SETPRIV)(
  'a server does not outlive its owner that is killed, and the folder not the next start',
  async () => {
    const args = ['--input-type=module', '-e', OWNER, join(import.meta.dirname, '..')];
    const owner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = await once(owner.stdout, 'data');
    const { pid, own } = JSON.parse(String(said));
    expect([runs(pid), existsSync(own)]).toEqual([true, true]);
    owner.kill('SIGKILL');
    // The kernel kills the server when one thread of its owner ends: others may be there longer.
    await until(() => !runs(pid) && !runs(owner.pid ?? 0));
    expect(existsSync(own)).toBe(true);
    rmSync(ownedFolder('killed'), { recursive: true });
    expect(existsSync(own)).toBe(false);
  },
);
