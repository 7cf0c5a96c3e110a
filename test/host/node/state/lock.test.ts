import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lock } from '../../../../src/host/node/state/lock.ts';
import { ownBuild } from '../../../support/programs/own-build.ts';
import { available } from '../../../support/programs/require.ts';

const NAMESPACES = available('mount', 'a lock in another namespace');

const build = ownBuild('lock');
afterAll(build.remove);

let folder = '';
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-lock-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
  rmSync(folder, { recursive: true });
});

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
};

/** Another process that locks the folder and stays; whether it got the lock. */
async function other({ at = 0, within = [] as readonly string[], of = folder } = {}) {
  const script = fileURLToPath(new URL('locking.mjs', import.meta.url));
  const module = pathToFileURL(join(build.folder, 'dist/host/node/state/lock.js')).href;
  const line = [...within, process.execPath, script, module, of, String(at)];
  const child = spawn(line[0] ?? '', line.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  return { child, got: JSON.parse(`${said}`) };
}

const GOT = { ok: true, value: true };
const REFUSED = { ok: true, value: false };

describe('a lock', () => {
  it('is of one process, as long as that lives, and of the next then', async () => {
    const first = await other();
    expect(first.got).toEqual(GOT);
    expect(await lock(folder)).toEqual(REFUSED);
    first.child.kill('SIGSTOP');
    expect(await lock(folder)).toEqual(REFUSED);
    await kill(first.child);
    expect(await lock(folder)).toEqual(GOT);
    expect((await other()).got).toEqual(REFUSED);
    expect(await lock(folder)).toEqual(GOT);
  });

  it('is had by one of those who ask in the same millisecond', async () => {
    for (let round = 0; round < 5; round++) {
      const at = Date.now() + 700;
      const all = await Promise.all([other({ at }), other({ at }), other({ at })]);
      expect(all.filter(({ got }) => got.value)).toHaveLength(1);
      for (const { child } of all) await kill(child);
    }
    // What those have left that are dead is one socket, however many there were.
    expect(await lock(folder)).toEqual(GOT);
    expect(readdirSync(folder)).toEqual(['lock.6']);
  });

  it.skipIf(!NAMESPACES)('is known in other namespaces of processes and networks', async () => {
    const within = ['unshare', '--pid', '--fork', '--kill-child', '--net', '--mount-proc', '--'];
    const first = await other({ within });
    expect(first.got).toEqual(GOT);
    expect(await lock(folder)).toEqual(REFUSED);
    await kill(first.child);
    const second = await other();
    expect(second.got).toEqual(GOT);
    expect((await other({ within })).got).toEqual(REFUSED);
  });

  it('is not kept from anyone by what lies about, or by a long path', async () => {
    const deep = join(folder, ...Array.from({ length: 12 }, () => 'a'.repeat(40)));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'lock.17'), '');
    writeFileSync(join(deep, 'lock.x'), '');
    expect(await lock(deep)).toEqual(GOT);
    expect(readdirSync(deep).sort()).toEqual(['lock.18', 'lock.x']);
    expect((await other({ of: deep })).got).toEqual(REFUSED);
  });

  it('is a fault where there can be none', async () => {
    expect(await lock(join(folder, 'none'))).toMatchObject({ ok: false, code: 'ENOENT' });
  });
});
