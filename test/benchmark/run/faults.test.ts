import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stepsOf } from '../../../src/benchmark/steps.ts';
import { planOf } from '../../support/bench-plan.ts';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { commandLines } from '../../support/programs/command-lines.ts';
import { available } from '../../support/programs/require.ts';
import { until } from '../../support/programs/until.ts';

const PROGRAM = join(import.meta.dirname, '../../../bin/backcast.js');

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

const PLAN = `
datasets:
  office: { files: 60, size: { median: 20 KiB, sigma: 1 }, change: { changed: 20 %, added: 10 % } }
tools: { built-in: {}, restic: {} }
levels: [full, unchanged, incremental]
repetitions: 1
`;

/** Lines of the measurements that are there, the opening left out. */
function measured(): number {
  if (!existsSync(folder.work)) return 0;
  const file = readdirSync(folder.work).find((name) => name.endsWith('.jsonl'));
  if (file === undefined) return 0;
  return Math.max(0, readFileSync(join(folder.work, file), 'utf8').split('\n').length - 2);
}

/** Whether a step is noted as begun that is not among those that are measured. */
function isInStep(): boolean {
  const [run = ''] = readdirSync(folder.work).filter((name) => /^\d{8}T/.test(name));
  const note = join(folder.work, run, 'begun');
  if (!existsSync(note)) return false;
  const [step = ''] = readFileSync(note, 'utf8').split('\n', 1);
  const file = readdirSync(folder.work).find((name) => name.endsWith('.jsonl')) ?? '';
  return !readFileSync(join(folder.work, file), 'utf8').includes(JSON.stringify(step));
}

/** A run in a process of its own, until it has measured so many steps. */
async function startUntil(steps: number) {
  const argv = [PROGRAM, 'bench', folder.plan(PLAN), '--work', folder.work];
  const child = spawn(process.execPath, argv, { stdio: 'ignore' });
  const ended = new Promise<number | string>((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? signal ?? ''));
  });
  // Into the middle of a step.
  await until(() => child.exitCode !== null || (measured() >= steps && isInStep()));
  return { child, ended };
}

const TOOLS = available('restic', 'runs that are broken off');

describe.skipIf(!TOOLS)('a run that is broken off', () => {
  it.each([4, 9])(
    'by kill -9 after %i steps goes on with --resume, repeats nothing, and restores all',
    async (steps) => {
      const { child, ended } = await startUntil(steps);
      child.kill('SIGKILL');
      expect(await ended).toBe('SIGKILL');
      const before = measured();
      expect(before).toBeGreaterThanOrEqual(steps);
      const { code, summary } = await folder.bench(PLAN, '--json', '--resume');
      expect([code, summary().failures]).toEqual([0, []]);
      expect(summary().restores).toMatchObject({ compared: 4, equal: 4 });
      const { lines } = folder.measurements();
      expect(lines.map(({ step }) => step)).toEqual(stepsOf(planOf(PLAN)).map(({ id }) => id));
    },
  );

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends its children and keeps what it has',
    async (signal) => {
      const { child, ended } = await startUntil(5);
      child.kill(signal);
      expect(await ended).toBe({ SIGINT: 130, SIGTERM: 143 }[signal]);
      await until(() => !commandLines().some((line) => line.includes(folder.work)));
      const { code } = await folder.bench(PLAN, '--quiet', '--resume');
      expect(code).toBe(0);
    },
  );

  it('in the middle of a line goes on with that step', async () => {
    const { child, ended } = await startUntil(6);
    child.kill('SIGKILL');
    await ended;
    const file = join(
      folder.work,
      readdirSync(folder.work).find((name) => name.endsWith('.jsonl')) ?? '',
    );
    truncateSync(file, statSync(file).size - 40);
    const { code, summary } = await folder.bench(PLAN, '--json', '--resume');
    expect([code, summary().failures]).toEqual([0, []]);
  });
});

describe.skipIf(!available('mount', 'a full disk'))('a full disk', () => {
  it('is a failed step in the words of the tool, and the rest goes on', async () => {
    const disk = join(folder.path, 'disk');
    mkdirSync(disk);
    const size = ['-o', 'size=24m'];
    expect(spawnSync('mount', ['-t', 'tmpfs', ...size, 'tmpfs', disk]).status).toBe(0);
    const small = benchFolder(disk);
    try {
      const { code, summary } = await small.bench(
        `
datasets: { few: { files: 5, size: { median: 1 KiB, sigma: 0 } } }
tools:
  built-in: {}
  flood:
    command:
      backup: [dd, if=/dev/zero, 'of={target}/{point}', bs=1M, count=100]
      restore: [cp, '{target}/{point}', '{into}']
levels: [full]
repetitions: 2
`,
        '--json',
      );
      expect(code).toBe(3);
      const { failures, rows } = summary();
      expect(failures.map(({ step }) => step)).toEqual([
        '1/few/flood/disk/0-full',
        '2/few/flood/disk/0-full',
      ]);
      expect(failures[0]?.said).toContain('No space left on device');
      expect(rows.find(({ tool, kind }) => tool === 'built-in' && kind === 'restore')?.done).toBe(
        2,
      );
    } finally {
      small.remove();
      spawnSync('umount', [disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  });

  it('is told before a run that would not fit', async () => {
    const disk = join(folder.path, 'disk');
    mkdirSync(disk);
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    const small = benchFolder(disk);
    try {
      const { code, err } = await small.bench(PLAN.replace('files: 60', 'files: 6000'));
      expect(code).toBe(2);
      expect(err).toContain('needs up to');
    } finally {
      small.remove();
      spawnSync('umount', [disk]);
    }
  });
});

describe('a tool that is missing', () => {
  it('is left out with how to get it, or refused with --require', async () => {
    const plan = folder.plan(PLAN);
    const bench = (...argv: readonly string[]) =>
      spawnSync(process.execPath, [PROGRAM, 'bench', plan, '--work', folder.work, ...argv], {
        env: { PATH: '/nowhere', XDG_STATE_HOME: process.env.XDG_STATE_HOME },
        encoding: 'utf8',
      });
    const { status, stdout } = bench('--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).leftOut[0].because).toContain('apt-get install restic');
    const strict = bench('--require');
    expect(strict.status).toBe(2);
    expect(strict.stderr).toContain('tools.restic: there is no program restic on this machine');
  });
});

describe('a work directory', () => {
  it.each([
    ['/', 'is the whole system'],
    [process.env.HOME ?? '/root', 'is or holds a home directory'],
  ])('cannot be %s', async (work, why) => {
    const { code, err } = await folder.bench(PLAN, '--work', work);
    expect(code).toBe(2);
    expect(err).toContain(why);
  });

  it('cannot hold the data, nor lie in it', async () => {
    const data = join(folder.path, 'data');
    mkdirSync(data);
    const plan = `
datasets: { mine: { directory: ${data} } }
tools: { built-in: {} }
`;
    const within = await folder.bench(plan, '--work', join(data, 'work'));
    expect([within.code, readdirSync(data)]).toEqual([2, []]);
    expect(within.err).toContain('which must lie apart');
  });
});
