import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Ended, Usage } from '../../../src/host/host.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { ownBuild } from '../../support/programs/own-build.ts';
import { available, programPath } from '../../support/programs/require.ts';

const TIME = available('time', 'that what a program took agrees with GNU time');

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-usage-')));
const build = ownBuild('usage');
afterAll(() => {
  build.remove();
  rmSync(folder, { recursive: true });
});

const env = { PATH: process.env.PATH ?? '' };

async function run(program: string, args: readonly string[]): Promise<Ended> {
  const ended = await nodeHost().processes.run({ program, args, cwd: folder, env });
  if (!ended.ok) throw new Error(ended.reason);
  return ended.value;
}

/**
 * The same by a process that finds neither `time` nor `setpriv`.
 *
 * @param beats a file in which it counts what it has had time for: see `usage-alone.mjs`.
 */
function alone(name: string, args: readonly string[], beats = ''): Ended {
  const program = nodeHost().processes.find(name) ?? name;
  const module = pathToFileURL(join(build.folder, 'dist/host/node.js')).href;
  const given = [
    fileURLToPath(new URL('usage-alone.mjs', import.meta.url)),
    module,
    beats,
    program,
    ...args,
  ];
  return JSON.parse(`${execFileSync(process.execPath, given, { env: { PATH: '/none' } })}`);
}

/** Computes for 1.5 s, and at last says what that took in microseconds, and its start alone. */
const BURN = `
  const start = process.cpuUsage();
  let x = 0;
  while (process.cpuUsage().user < 1.5e6) for (let i = 0; i < 1e6; i++) x += i;
  const said = () => JSON.stringify({ ...process.resourceUsage(), start });
  process.on('exit', () => console.log(said()));`;

const DD = (bytes: number, file: string): readonly string[] => [
  'if=/dev/zero',
  `of=${join(folder, file)}`,
  'bs=1000000',
  `count=${bytes / 1e6}`,
];

function expectToAgree(usage: Usage, output: string): void {
  const { userCPUTime, systemCPUTime, start } = JSON.parse(output);
  // How it ends is not in what it says, and on no machine takes more than to start twice.
  expect(Math.abs(usage.user - userCPUTime / 1e6)).toBeLessThan(0.03 + (2 * start.user) / 1e6);
  expect(Math.abs(usage.system - systemCPUTime / 1e6)).toBeLessThan(
    0.03 + (2 * start.system) / 1e6,
  );
  expect(usage.wall).toBeGreaterThan(1);
}

describe('what a program took', () => {
  it('is as much processor time as it says itself', async () => {
    const { usage, output } = await run(process.execPath, ['-e', BURN]);
    expectToAgree(usage, output);
  });

  it('is the same where there is Node alone', () => {
    const { usage, output } = alone(process.execPath, ['-e', BURN]);
    expectToAgree(usage, output);
  });

  it.skipIf(!TIME)('is as much as GNU time says', async () => {
    const timed = ['-f', '%U %S %M', process.execPath, '-e', BURN];
    const { usage, errors, output } = await run(programPath('time'), timed);
    const [user = 0, system = 0, memory = 0] = errors.trim().split(' ').map(Number);
    const { start } = JSON.parse(output);
    // GNU time is a program as well, though one that starts sooner than Node.
    expect(Math.abs(usage.user - user)).toBeLessThan(0.03 + start.user / 1e6);
    expect(Math.abs(usage.system - system)).toBeLessThan(0.03 + start.system / 1e6);
    expect(Math.abs((usage.peakMemory?.bytes ?? 0) / (memory * 1024) - 1)).toBeLessThan(0.03);
  });

  it('is that of its children too', async () => {
    const script = '"$0" -e "$1"; (dd if=/dev/zero of=of bs=1000000 count=20 2>/dev/null); true';
    for (const { usage, output } of [
      await run('sh', ['-c', script, process.execPath, BURN]),
      alone('sh', ['-c', `cd "$2"; PATH=$3; ${script}`, process.execPath, BURN, folder, env.PATH]),
    ]) {
      expect(usage.user).toBeGreaterThan(JSON.parse(output).userCPUTime / 1e6 - 0.02);
      expect(usage.written?.bytes).toBeGreaterThanOrEqual(20_000_000);
    }
  });

  it.skipIf(!TIME)('is memory as the system counts it, or as it is seen', async () => {
    const fill = 'globalThis.held = Buffer.alloc(300e6, 1)';
    const most = await run(process.execPath, ['-e', fill]);
    const beats = join(folder, 'beats');
    const hold = `${fill};
      const beats = () => { try { return +fs.readFileSync('${beats}') } catch { return 0 } };
      let first = 0;
      const held = setInterval(() => {
        first ||= beats();
        if (first > 0 && beats() > first + 2) clearInterval(held);
      }, 5);`;
    const seen = alone('sh', ['-c', '"$0" -e "$1"; true', process.execPath, hold], beats);
    expect(most.usage.peakMemory).toMatchObject({ by: 'system' });
    expect(seen.usage.peakMemory).toMatchObject({ by: 'sampled' });
    for (const { usage } of [most, seen]) {
      expect(usage.peakMemory?.bytes).toBeGreaterThan(300e6);
      expect(usage.peakMemory?.bytes).toBeLessThan(450e6);
    }
  });

  it('is the bytes it moved and the calls it took', async () => {
    for (const { usage } of [await run('dd', DD(50e6, 'a')), alone('dd', DD(50e6, 'a'))]) {
      for (const moved of [usage.read, usage.written]) {
        expect(Math.abs((moved?.bytes ?? 0) - 50e6)).toBeLessThan(100_000);
        expect(Math.abs((moved?.operations ?? 0) - 50)).toBeLessThan(80);
      }
    }
    const direct = await run('dd', [...DD(20e6, 'b'), 'conv=fsync']);
    expect(direct.usage.written?.device).toBeGreaterThanOrEqual(20e6 - 8192);
  });

  it('is told apart from what others take meanwhile', async () => {
    const sizes = [10e6, 20e6, 40e6, 80e6, 5e6];
    const all = await Promise.all(sizes.map((size) => run('dd', DD(size, `c${size}`))));
    // Those that end in the same instant count for one of them, so only their sum is sure.
    const sum = all.reduce((total, { usage }) => total + (usage.written?.bytes ?? 0), 0);
    expect(Math.abs(sum - 155e6)).toBeLessThan(1e6);
    const over = join(folder, 'over');
    const wait = `while ! [ -e ${over} ]; do sleep 0.05; done`;
    const [long, short] = await Promise.all([
      run('sh', ['-c', `dd ${DD(10e6, 'd').join(' ')}; ${wait}`]),
      run('dd', DD(90e6, 'e')).finally(() => writeFileSync(over, '')),
    ]);
    expect(long.usage.written?.bytes).toBeLessThan(11e6);
    expect(short.usage.written?.bytes).toBeGreaterThanOrEqual(90e6);
  });
});
