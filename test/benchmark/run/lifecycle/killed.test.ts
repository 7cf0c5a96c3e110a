import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BenchFolder, benchFolder } from '../../../support/bench-run.ts';
import { cgroupOf, remains, settle, startBench } from '../../../support/crashed-run.ts';

const PLAN = `
datasets: { few: { files: 2, size: 1 KiB } }
tools: { built-in: {} }
levels: [full]
restore: [newest]
repetitions: 1
`;

let folder: BenchFolder;
let plan: string;
beforeEach(() => {
  folder = benchFolder();
  plan = folder.plan(PLAN);
});
afterEach(() => folder.remove());

const argv = (...more: readonly string[]) => [plan, '--work', folder.work, '--quiet', ...more];

/** Kills a run at one of its calls that change something, and does what a person would then. */
async function killedAt(at: number): Promise<string> {
  const { signal } = await startBench(argv(), { at, how: 'kill' }).ended;
  expect(signal).toBe('SIGKILL');
  const cgroup = cgroupOf(folder.work);
  const { how } = await settle(plan, folder.work);
  // Where no run was begun yet, there is nothing to be found before the next one begins.
  if (how === 'nothing there') expect((await startBench(argv()).ended).code).toBe(0);
  expect(remains(folder.work)).toEqual([]);
  expect(cgroup !== undefined && existsSync(cgroup)).toBe(false);
  return how;
}

const folders = (): readonly string[] =>
  readdirSync(folder.work).filter((name) => /^\d/.test(name));

describe('a run that is killed', () => {
  // Some of its first sixty calls; `npm run slow` has all of the run.
  it.each([5, 14])('at its call %i, before it has a folder, leaves none', async (at) => {
    expect(await killedAt(at)).toBe('nothing there');
  });

  it('while its folder is made, or tools say their versions, is taken away by --discard', async () => {
    for (const at of [30, 45]) expect(await killedAt(at)).toBe('discarded');
  });

  it('is told of before its first measurement, by whoever comes next', async () => {
    await startBench(argv(), { at: 45, how: 'kill' }).ended;
    const [run = ''] = folders();
    expect(existsSync(join(folder.work, run, 'password'))).toBe(true);
    const resumed = await folder.bench(PLAN, '--resume');
    expect(resumed.code).toBe(2);
    expect(resumed.err).toContain(`${run}, which was ended before its first measurement`);
    const next = await folder.bench(PLAN);
    expect([next.code, next.err]).toEqual([
      0,
      expect.stringContaining(`run ${run} is not finished`),
    ]);
    expect((await folder.bench(PLAN, '--discard')).code).toBe(0);
    // Of this process, which lives.
    expect(remains(folder.work)).toEqual(['state/notes']);
  });

  it('while it takes its own things away, says all the same what it found', async () => {
    // Its sources go after the last step was written down, and before its folder does.
    const { signal } = await startBench(argv(), { at: '^rmdirSync .*/sources$', how: 'kill' })
      .ended;
    expect(signal).toBe('SIGKILL');
    expect(folders()).toHaveLength(1);
    const { code, summary } = await folder.bench(PLAN, '--json', '--resume');
    expect([code, summary().restores]).toMatchObject([0, { compared: 1, equal: 1 }]);
    // Of this process, which lives.
    expect(remains(folder.work)).toEqual(['state/notes']);
  });
});

describe('a run on a full disk', () => {
  it.each([9, 41, 61])(
    'that is full from its call %i on is refused, and leaves nothing of which nobody knows',
    async (at) => {
      const { code, err } = await startBench(argv(), { at, how: 'full' }).ended;
      expect([2, 3], err).toContain(code);
      await settle(plan, folder.work);
      expect(remains(folder.work)).toEqual([]);
    },
  );
});

describe('runs that follow each other at once', () => {
  it('have names of their own, also when the clock was set back', async () => {
    const { main } = await import('../../../../src/cli/main.ts');
    const { captured } = await import('../../../cli/captured.ts');
    const runs = ['2026-11-28T12:00:00Z', '2026-11-28T12:00:00.900Z', '2025-01-01T00:00:00Z'];
    for (const instant of runs) {
      const now = () => Date.parse(instant);
      const { host } = captured({ environment: { PATH: process.env.PATH ?? '' }, now });
      expect(await main(['bench', ...argv('--budget', '1ms', '--new')], host)).toBe(0);
    }
    const names = ['20261128T120000Z', '20261128T120001Z', '20261128T120002Z'];
    expect(folders()).toEqual(names);
    // The newest is the one that began last.
    expect((await folder.bench(PLAN, '--quiet', '--resume')).code).toBe(0);
    expect(folders()).toEqual(names.slice(0, 2));
  });
});
