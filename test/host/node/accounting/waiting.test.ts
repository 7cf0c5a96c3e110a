import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Ended, Usage } from '../../../../src/host/host.ts';
import { readStalled } from '../../../../src/host/node/accounting/pressure.ts';
import { readSchedstat } from '../../../../src/host/node/accounting/run-queue.ts';
import { readCpuStat } from '../../../../src/host/node/accounting/step-group.ts';
import { nodeHost } from '../../../../src/host/node.ts';
import { available } from '../../../support/programs/require.ts';
import { until } from '../../../support/programs/until.ts';

const TIME = available('time', 'how often a program waits');

const started: ChildProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), 'backcast-waiting-'));
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function run(program: string, ...args: readonly string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH ?? '' };
  const ended = await nodeHost().processes.run({ program, args, cwd: '/', env });
  if (!ended.ok) throw new Error(ended.reason);
  return ended.value;
}

/** Computes for as many seconds of processor time, mostly in itself and not in the system. */
const burn = (seconds: number): string =>
  `let x = 0; while (process.cpuUsage().user < ${seconds * 1e6}) for (let i = 0; i < 1e6; i++) x += i`;

const work = ({ user, system }: Usage): number => user + system;

describe('of a program is told', () => {
  it('that it slept, and worked little', async () => {
    const { usage } = await run('sh', '-c', 'for i in 1 2 3 4 5 6 7 8; do sleep 0.1; done');
    expect(usage.wall).toBeGreaterThan(0.8);
    expect(work(usage)).toBeLessThan(0.4);
    expect(usage.ran).toBeLessThan(0.4);
  });

  it.skipIf(!TIME)('how often it waited, of itself', async () => {
    const { usage } = await run('sh', '-c', 'for i in 1 2 3 4 5 6 7 8; do sleep 0.01; done');
    // The shell waits for each child, which waits for its time.
    expect(usage.switches?.waited).toBeGreaterThanOrEqual(2 * 8);
    expect(usage.faults).toBeLessThan(1000);
  });

  it('how long it worked, by two counters', async () => {
    const { usage } = await run(process.execPath, '-e', burn(1));
    expect(work(usage)).toBeGreaterThan(1);
    // The threads are looked at every 0.1 s, so the last look may miss that much of each.
    expect(usage.ran).toBeGreaterThan(work(usage) - 0.25);
    expect(usage.ran).toBeLessThan(work(usage) + 0.02);
  });

  it.skipIf(!available('taskset', 'that a program queued for its core'))(
    'that it queued for its core',
    async () => {
      for (let other = 0; other < 2; other++) {
        // Each in a session of its own, as the program is: a kernel may share cores by session.
        const args = ['1', process.execPath, '-e', `console.log(); ${burn(600)}`];
        const child = spawn('taskset', args, { detached: true });
        started.push(child);
        await once(child.stdout, 'data');
      }
      const { usage } = await run('taskset', '1', process.execPath, '-e', burn(0.5));
      // Of three that are equal each has a third, so it waits twice as long as it runs.
      const { queue, ran, wall } = usage;
      expect(queue?.most).toBeGreaterThan(1.2 * (ran ?? Number.NaN));
      expect(queue?.all).toBeGreaterThanOrEqual(queue?.most ?? Number.NaN);
      expect(queue?.most).toBeLessThan(wall);
      if (usage.pressure) expect(usage.pressure.cpu.some).toBeGreaterThan(0.5 * (ran ?? 0));
    },
  );

  it.skipIf(!available('cpuLimit', 'that a control group held a program back'))(
    'that its control group held it back',
    async () => {
      const group = `/sys/fs/cgroup/cpu/backcast-test-${process.pid}`;
      mkdirSync(group);
      try {
        writeFileSync(join(group, 'cpu.cfs_quota_us'), '20000');
        const script = `echo $$ > ${group}/cgroup.procs; exec "$0" -e "$1"`;
        const { usage } = await run('sh', '-c', script, process.execPath, burn(0.3));
        // A fifth of a core: 1.2 s of the 1.5 that it takes at least.
        expect(usage.queue?.most).toBeGreaterThan(0.9);
        expect(usage.ran).toBeLessThan(0.6);
      } finally {
        rmdirSync(group);
      }
    },
  );

  it('that it waited for a lock, without taking a core', async () => {
    mkdirSync(folder, { recursive: true });
    const [held, wanted] = [join(folder, 'held'), join(folder, 'wanted')];
    const script = `mkdir ${held}; until [ -e ${wanted} ]; do sleep 0.05; done`;
    const ending = run('sh', '-c', script);
    await until(() => readdirSync(folder).includes('held'));
    const { usage } = await run('sleep', '0.5');
    writeFileSync(wanted, '');
    expect((await ending).usage.wall).toBeGreaterThan(usage.wall);
    expect(usage.pressure?.io.full ?? 0).toBeLessThan(0.4);
  });
});

describe('a control group of a step', () => {
  it('counts each program alone, also where several are started at once', async () => {
    const [long, ...short] = await Promise.all([
      run(process.execPath, '-e', burn(0.6)),
      ...[1, 2, 3].map(() => run('true')),
    ]);
    expect(work(long?.usage as Usage)).toBeGreaterThan(0.6);
    for (const { usage } of short) expect(work(usage)).toBeLessThan(0.1);
  });

  it('is gone when the program has ended', async () => {
    await run('true');
    const groups = ['/sys/fs/cgroup', '/sys/fs/cgroup/unified'].flatMap((path) => {
      try {
        return readdirSync(path);
      } catch {
        return [];
      }
    });
    expect(groups.filter((name) => name.startsWith(`backcast-${process.pid}-`))).toEqual([]);
  });
});

describe('files of the kernel', () => {
  it('are read into seconds, as they were written', () => {
    const micro = fc.nat({ max: 2 ** 40 });
    fc.assert(
      fc.property(micro, micro, (some, full) => {
        const averages = 'avg10=1.25 avg60=0.10 avg300=0.00';
        const text = `some ${averages} total=${some}\nfull ${averages} total=${full}\n`;
        expect(readStalled(text)).toEqual({ some: some / 1e6, full: full / 1e6 });
        expect(readSchedstat(`${some} ${full} 7\n`)).toEqual([some / 1e9, full / 1e9]);
        const stat = `usage_usec ${some + full}\nuser_usec ${some}\nsystem_usec ${full}\n`;
        expect(readCpuStat(stat)).toEqual({ user: some / 1e6, system: full / 1e6 });
      }),
    );
  });

  it('are not believed where they say something else', () => {
    expect([readStalled(''), readSchedstat('x'), readCpuStat('usage_usec 1\n')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
