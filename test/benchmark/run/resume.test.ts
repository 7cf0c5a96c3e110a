import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHash } from '../../../src/benchmark/plan-hash.ts';
import { beginRun } from '../../../src/benchmark/run/lifecycle/begin-run.ts';
import { runSteps } from '../../../src/benchmark/run/run.ts';
import { stepsOf } from '../../../src/benchmark/steps.ts';
import { captured } from '../../cli/captured.ts';
import { planOf } from '../../support/bench-plan.ts';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';

const PROGRAM = new URL('../../../bin/backcast.js', import.meta.url).pathname;

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

/** Takes the first steps of a plan and leaves all as it is then: the path of its measurements. */
async function begun(text: string, count: number): Promise<string> {
  const { host } = captured({ environment: { PATH: process.env.PATH ?? '' } });
  const plan = planOf(text);
  const work = await host.openWorkDirectory(folder.work);
  await host.processes.noteIn(work);
  const opened = await beginRun({
    host,
    plan,
    work,
    hash: planHash(plan),
    folder: folder.path,
    self: [process.execPath, PROGRAM],
    backcast: 'tested',
  });
  const { bench, begun } = opened;
  const enough = new Error('enough');
  const progress = () => {
    if (bench.journal.done.size >= count) throw enough;
  };
  const run = runSteps(bench, stepsOf(plan), { budget: null, begun, progress });
  await run.catch((error) => expect(error).toBe(enough));
  bench.journal.close();
  return bench.journal.path;
}

const few = (rest: string) => `
datasets: { few: { files: 5, size: { median: 1 KiB, sigma: 0 } } }
repetitions: 1
${rest}`;

describe('a run that was broken off', () => {
  it('as its last verification ended, before that was written down, reads the tree again', async () => {
    const plan = few('tools: { built-in: {} }\nlevels: [full]\nverify: [md5]\n');
    const steps = stepsOf(planOf(plan));
    const count = steps.findIndex(({ kind }) => kind === 'verify') + 1;
    const path = await begun(plan, count);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${lines.slice(0, -1).join('\n')}\n`);
    const { code, summary } = await folder.bench(plan, '--json', '--resume');
    expect([code, summary().failures]).toEqual([0, []]);
    expect(folder.measurements().lines.find(({ kind }) => kind === 'verify')?.again).toBe(true);
  });

  it('takes for begun what was, and not what a failed series was taken away before', async () => {
    const plan = few(`
tools:
  built-in: {}
  mine: { command: { backup: ['false'], restore: ['true'] } }
levels: [full]
seed: 1
`);
    const steps = stepsOf(planOf(plan));
    const failing = steps.findIndex(({ id }) => id === '1/few/mine/disk/0-full');
    // All of the series' own is over, but not what else comes before its last.
    const own = steps.slice(failing).filter(({ id }) => id.startsWith('1/few/mine/'));
    const count = failing + own.length;
    expect(steps.findIndex(({ id }) => id === own.at(-1)?.id)).toBeGreaterThan(count);
    await begun(plan, count);
    const { code } = await folder.bench(plan, '--quiet', '--resume');
    expect(code).toBe(3);
    const { lines } = folder.measurements();
    expect(lines.filter(({ again }) => again)).toEqual([]);
  });
});
