import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { cpus, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkDirectory } from '../../../src/host/host.ts';
import { readMounts } from '../../../src/host/node/mounts.ts';
import { readCpuMax } from '../../../src/host/node/settings/environment.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { available } from '../../support/programs/require.ts';

const host = nodeHost();
let folder = '';
let work: WorkDirectory;
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-machine-')));
  work = await host.openWorkDirectory(join(folder, 'work'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const said = (program: string, args: readonly string[]): string =>
  spawnSync(program, args, { encoding: 'utf8' }).stdout.trim();

describe('a machine', () => {
  const FINDMNT = available('findmnt', 'that a machine is what findmnt says');
  it.skipIf(!FINDMNT)('is what other programs say it is', () => {
    const machine = host.machine(work);
    const [source, kind] = said('findmnt', ['-n', '-o', 'SOURCE,FSTYPE', '-T', work.path]).split(
      /\s+/,
    );
    expect(machine).toMatchObject({
      device: source?.replace(/\[.*/, ''),
      fileSystem: kind,
      cores: Number(said('nproc', [])),
      kernel: `Linux ${release()}`,
      node: process.versions.node,
    });
    expect(machine.memory).toBeGreaterThan(100e6);
    expect(readFileSync('/proc/cpuinfo', 'utf8')).toContain(machine.cpu ?? 'model name');
    const vm = spawnSync('systemd-detect-virt', ['--vm'], { encoding: 'utf8' });
    if (!vm.error) expect(machine.virtual === 'none').toBe(vm.stdout.trim() === 'none');
  });

  const LSBLK = available('lsblk', 'that a device spins as lsblk says');
  it.skipIf(!LSBLK)('spins or not, as its device says', () => {
    const { rotational, device } = host.machine(work);
    if (!device?.startsWith('/dev/')) expect(rotational).toBeNull();
    else expect(rotational).toBe(said('lsblk', ['-dno', 'ROTA', device]) === '1');
  });

  it('has a load that grows', () => {
    const begun = performance.now();
    const before = host.load();
    for (const until = performance.now() + 200; performance.now() < until; );
    const after = host.load();
    const passed = (performance.now() - begun) / 1000;
    const total = after.total - before.total;
    expect(total).toBeGreaterThan(0.15);
    // Each processor is counted in hundredths.
    expect(total).toBeLessThan((passed + 0.02) * cpus().length);
    expect(after.idle - before.idle).toBeLessThanOrEqual(total);
    expect(after.steal).toBeGreaterThanOrEqual(before.steal);
    expect(after.average).toBeGreaterThanOrEqual(0);
  });
});

describe('settings of a machine', () => {
  it('are what the system says of them', () => {
    const { swap, dirtyLimits, hugePages, megahertz } = host.machine(work);
    const meminfo = readFileSync('/proc/meminfo', 'utf8');
    expect(meminfo).toMatch(new RegExp(`SwapTotal: +${(swap ?? 0) / 1024} kB`));
    expect(dirtyLimits?.background).toBeLessThan(dirtyLimits?.blocking ?? 0);
    if (hugePages) expect(['always', 'madvise', 'never']).toContain(hugePages);
    if (megahertz !== null) expect(megahertz).toBeGreaterThan(100);
  });

  it('have the cores that a group allows, in microseconds of each period', () => {
    expect(readCpuMax('150000 100000')).toBe(1.5);
    expect(readCpuMax('max 100000')).toBeNull();
    expect(readCpuMax('')).toBeNull();
  });

  const LIMIT = available('cpuLimit', 'that a machine says what its control group allows');
  it.skipIf(!LIMIT)('have the cores that the group of this process allows', () => {
    const group = `/sys/fs/cgroup/cpu/backcast-machine-${process.pid}`;
    const home = /^\d+:[^:]*\bcpu\b[^:]*:(.*)$/m.exec(
      readFileSync('/proc/self/cgroup', 'utf8'),
    )?.[1];
    mkdirSync(group);
    try {
      writeFileSync(join(group, 'cpu.cfs_quota_us'), '150000');
      writeFileSync(join(group, 'cgroup.procs'), String(process.pid));
      expect(host.machine(work).coresAllowed).toBe(1.5);
    } finally {
      writeFileSync(join('/sys/fs/cgroup/cpu', home ?? '', 'cgroup.procs'), String(process.pid));
      rmdirSync(group);
    }
  });

  it('have a file system for each path, with the options it is mounted with', () => {
    expect(host.mount('/proc/self')).toMatchObject({ fileSystem: 'proc', rotational: null });
    expect(host.mount(work.path)?.options).toMatch(/(^|,)rw(,|$)/);
  });
});

describe('mounts', () => {
  it('are read from what Linux lists, blanks and all', () => {
    const list = [
      '22 27 0:21 / /proc rw,relatime - proc proc rw',
      '27 1 254:0 / / rw,relatime shared:1 master:2 - ext4 /dev/vda rw,discard',
      '28 27 0:40 /sub /a\\040b\\012c rw - nfs4 host:/x\\134y rw',
      'nonsense',
    ].join('\n');
    expect(readMounts(list)).toEqual([
      {
        point: Buffer.from('/proc'),
        kind: 'proc',
        source: 'proc',
        device: '0:21',
        options: 'rw,relatime',
      },
      {
        point: Buffer.from('/'),
        kind: 'ext4',
        source: '/dev/vda',
        device: '254:0',
        options: 'rw,relatime,discard',
      },
      {
        point: Buffer.from('/a b\nc'),
        kind: 'nfs4',
        source: 'host:/x\\y',
        device: '0:40',
        options: 'rw',
      },
    ]);
  });
});

describe('dropping caches', () => {
  it('has files read from the device again, or says why it cannot', async () => {
    const file = join(work.path, 'cached');
    const descriptor = openSync(file, 'w');
    for (let piece = 0; piece < 16; piece++)
      writeSync(descriptor, Buffer.alloc(1 << 20, piece + 1));
    closeSync(descriptor);
    const state = await host.dropCaches();
    if (state.state === 'uncontrolled') {
      expect(state.because).toMatch(/^caches cannot be dropped: /);
      return;
    }
    expect(state).toEqual({ state: 'cold', by: 'caches dropped' });
    const command = {
      program: 'cat',
      args: [file],
      cwd: '/',
      env: { PATH: process.env.PATH ?? '' },
    };
    const cold = await host.processes.run(command);
    const warm = await host.processes.run(command);
    expect(cold.ok && (cold.value.usage.read?.device ?? 0)).toBeGreaterThanOrEqual(16 << 20);
    expect(warm.ok && warm.value.usage.read?.device).toBeLessThan(1 << 20);
  });
});
