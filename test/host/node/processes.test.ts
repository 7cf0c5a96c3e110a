import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command, Ended } from '../../../src/host/host.ts';
import { membersOf } from '../../../src/host/node/process-table.ts';
import { knownSecret } from '../../../src/host/node/state/secret.ts';
import { stateFolder } from '../../../src/host/node/state/state-folder.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { commandLines } from '../../support/programs/command-lines.ts';
import { available } from '../../support/programs/require.ts';
import { until } from '../../support/programs/until.ts';

const CGROUP = available('cgroup', 'programs that hide what they come from');
const MOUNTS = available(['mount', 'time'], 'programs where the work directory is full');

const host = nodeHost();
let folder = '';
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-run-')));
  await host.processes.noteIn(await host.openWorkDirectory(join(folder, 'work')));
});
afterAll(() => rmSync(folder, { recursive: true }));

const PATH = process.env.PATH ?? '';

const outcome = (program: string, args: readonly string[], more: Partial<Command> = {}) =>
  host.processes.run({ program, args, cwd: folder, env: { PATH }, ...more });

async function run(
  program: string,
  args: readonly string[],
  more: Partial<Command> = {},
): Promise<Ended> {
  const ended = await outcome(program, args, more);
  if (!ended.ok) throw new Error(ended.reason);
  return ended.value;
}

const shell = (script: string, more: Partial<Command> = {}): Promise<Ended> =>
  run('sh', ['-c', script], more);

describe('a program', () => {
  it('gets its arguments, its folder and its environment as they are, and no input', async () => {
    const args = ['-n', '$(id)', "a'b", '--', 'two\nlines', ''];
    expect((await run('printf', ['%s|', ...args])).output).toBe(`${args.join('|')}|`);
    expect((await run('env', [], { env: { PATH, A: 'b' } })).output).toBe(
      `PATH=${PATH}\nA=b\nBACKCAST_SECRET=(secret)\n`,
    );
    const secret = knownSecret(join(folder, 'work'));
    expect((await shell(`test "$BACKCAST_SECRET" = ${secret}`)).exit).toBe(0);
    expect((await run('pwd', ['-P'])).output).toBe(`${folder}\n`);
    expect(await run('cat', [])).toMatchObject({ exit: 0, output: '' });
  });

  it('says how it ended', async () => {
    expect(await shell('echo no >&2; exit 3')).toMatchObject({
      exit: 3,
      signal: null,
      errors: 'no\n',
      timedOut: false,
    });
    expect(await shell('kill -9 $$')).toMatchObject({ exit: null, signal: 'SIGKILL' });
    expect(await shell('kill -TERM $$')).toMatchObject({ exit: null, signal: 'SIGTERM' });
  });

  it('that cannot be started is a fault', async () => {
    expect(await outcome('no-such-program', [])).toMatchObject({ ok: false, code: 'ENOENT' });
    expect(await outcome('./none', [])).toMatchObject({ ok: false, code: 'ENOENT' });
    expect(await outcome('ls', [], { env: {} })).toMatchObject({ ok: false, code: 'ENOENT' });
    expect(await outcome(folder, [])).toMatchObject({ ok: false, code: 'EACCES' });
    writeFileSync(join(folder, 'plain'), 'x', { mode: 0o644 });
    expect(await outcome('./plain', [])).toMatchObject({ ok: false, code: 'EACCES' });
    const none = await outcome('ls', [], { cwd: join(folder, 'none') });
    expect(none).toMatchObject({ ok: false, code: 'ENOENT' });
    const long = await outcome('ls', ['x'.repeat(4 << 20)]);
    expect(long).toMatchObject({ ok: false, code: 'E2BIG' });
  });

  it('is found as a shell would', () => {
    expect(host.processes.find('sh')).toBe(`${execFileSync('sh', ['-c', 'command -v sh'])}`.trim());
    expect(host.processes.find('no-such-program')).toBeUndefined();
  });
});

describe('a work directory without room', () => {
  it.skipIf(!MOUNTS)('keeps no program from being run', async () => {
    const full = join(folder, 'full');
    mkdirSync(full);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,nr_inodes=4', 'none', full]);
    try {
      await host.processes.noteIn(await host.openWorkDirectory(full));
      for (const name of ['a', 'b', 'c']) {
        spawnSync('dd', ['if=/dev/zero', `of=${join(full, name)}`, 'bs=4k']);
      }
      expect(() => writeFileSync(join(full, 'd'), 'd')).toThrow('ENOSPC');
      const { exit, usage } = await run('echo', ['still']);
      expect({ exit, memory: usage.peakMemory?.by }).toEqual({ exit: 0, memory: 'system' });
    } finally {
      await host.processes.noteIn(await host.openWorkDirectory(join(folder, 'work')));
      execFileSync('umount', [full]);
    }
  });
});

/** A script that starts a program in a session of its own, which keeps its output, and leaves. */
const away = (line: string): string => `
  const [program, ...args] = ${line};
  const stdio = ['ignore', 'inherit', 'inherit'];
  const child = require('child_process').spawn(program, args, { detached: true, stdio });
  console.log(child.pid);
  child.unref();`;

describe('output', () => {
  it('may be more than fits', async () => {
    const before = process.memoryUsage().rss;
    const big = await shell('head -c 300000000 /dev/zero; echo; echo end >&2');
    expect(big).toMatchObject({ exit: 0, errors: 'end\n' });
    expect(big.output.length).toBe(16 << 20);
    expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
  });

  it('of errors is kept from its end', async () => {
    const { errors } = await shell('seq 100000 >&2');
    expect(errors.length).toBe(64 << 10);
    expect(errors.endsWith('\n99999\n100000\n')).toBe(true);
  });

  it('goes whole to a file', async () => {
    const outputFile = join(folder, 'work', 'out');
    const ended = await run('head', ['-c', '50000000', '/dev/zero'], { outputFile });
    expect(ended).toMatchObject({ exit: 0, output: '' });
    expect(statSync(outputFile).size).toBe(50_000_000);
    await run('echo', ['short'], { outputFile });
    expect(readFileSync(outputFile, 'utf8')).toBe('short\n');
    await expect(run('echo', [], { outputFile: join(folder, 'out') })).rejects.toThrow('below');
  });

  it('is not waited for where somebody runs off with it', async () => {
    const { output } = await run(process.execPath, ['-e', away(`['sleep', '640']`)]);
    const pid = Number(output);
    expect(host.processes.strays()).toEqual([{ pid, name: 'sleep', isEnded: true }]);
    await until(() => !commandLines().includes('sleep 640'));
    expect(host.processes.strays()).toEqual([]);
  });

  it.skipIf(!CGROUP)('is not waited for where that hides what it comes from', async () => {
    const { output } = await run(process.execPath, ['-e', away(`['env', '-i', 'sleep', '650']`)]);
    const pid = Number(output);
    expect(host.processes.strays()).toEqual([{ pid, name: 'sleep', isEnded: true }]);
    await until(() => !commandLines().includes('sleep 650'));
  });
});

describe('its end', () => {
  const own = process.pid;
  const asleep = () =>
    commandLines().filter((line) => /sleep \d+\.(\d+)/.exec(line)?.[1] === `${own}`);

  it('comes with its children at the timeout', async () => {
    const begun = join(folder, 'begun');
    const script = `sleep 700.${own} & (sleep 710.${own}; true) & echo > ${begun}
      timeout 720 sleep 720.${own}; true`;
    // On a busy machine the timeout may come before it has begun.
    for (let timeout = 0.5; !existsSync(begun); timeout *= 2) {
      const { timedOut, usage, signal } = await shell(script, { timeout });
      expect({ timedOut, signal }).toEqual({ timedOut: true, signal: 'SIGTERM' });
      if (existsSync(begun)) expect(usage.peakMemory?.bytes).toBeGreaterThan(0);
    }
    await until(() => asleep().length === 0);
  });

  it('is forced on what does not heed', async () => {
    const deaf = join(folder, 'deaf');
    const script = `trap '' TERM; echo > ${deaf}; sleep 1 & wait; exec sleep 730.${own}`;
    // As above, before it has closed its ears.
    for (let timeout = 0.3; !existsSync(deaf); timeout *= 2) {
      const { timedOut, usage } = await shell(script, { timeout });
      expect(timedOut).toBe(true);
      if (existsSync(deaf)) expect(usage.wall).toBeGreaterThan(5);
    }
    await until(() => asleep().length === 0);
  });

  it('is the end of what it leaves in its session', async () => {
    const { output } = await shell(
      `sleep 740.${own} >/dev/null 2>&1 & cut -d ' ' -f 6 /proc/$$/stat`,
    );
    expect(Number(output)).toBeGreaterThan(1);
    await until(() => membersOf(Number(output)).length === 0 && asleep().length === 0);
  });

  it('comes to all when they are told', async () => {
    const both = [shell(`sleep 750.${own}`), shell(`sleep 760.${own}; true`)];
    await until(() => asleep().filter((line) => line.startsWith('sleep')).length === 2);
    host.processes.stopAll();
    for (const one of await Promise.all(both)) {
      expect(one).toMatchObject({ signal: 'SIGTERM', timedOut: false });
    }
  });

  it('leaves nothing behind', () => {
    expect(readdirSync(join(folder, 'work')).sort()).toEqual(['.backcast-work', 'out']);
    const own = readdirSync(stateFolder(join(folder, 'work'))).sort();
    expect(own).toEqual(['lock.1', 'notes', 'secret']);
  });
});
