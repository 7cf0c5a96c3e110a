import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { stepsOf } from '../../src/benchmark/steps.ts';
import { planOf } from '../support/bench-plan.ts';
import { type BenchFolder, benchFolder } from '../support/bench-run.ts';
import { cgroupOf, remains, settle, startBench } from '../support/crashed-run.ts';
import { type Bystanders, bystanders } from './bystanders.ts';
import { count, type Figures, printFigures } from './figures.ts';

/** The second tool leads to a process that tries to get away at each backup. */
const PLAN = `
datasets: { few: { files: 6, size: 2 KiB } }
tools:
  built-in: {}
  mine:
    command:
      backup: [sh, -c, 'sleep 3600 >/dev/null 2>&1 & cp -a "$0/." "$1"', '{source}', '{target}/{point}']
      restore: [cp, -a, '{target}/{point}/.', '{into}']
levels: [full, incremental]
restore: [newest]
repetitions: 1
`;

let folder: BenchFolder;
let plan: string;
let others: Bystanders;
beforeEach(() => {
  folder = benchFolder();
  plan = folder.plan(PLAN);
  others = bystanders(folder.path);
});
afterEach(async () => {
  await others.end();
  folder.remove();
});

const argv = () => [plan, '--work', folder.work, '--quiet'];

/** The run whose folder is there; undefined if there is none. */
const unfinished = (): string | undefined =>
  existsSync(folder.work)
    ? readdirSync(folder.work).find((name) => /^\d{8}T\d{6}Z$/.test(name))
    : undefined;

/** Ids of the steps that the measurements of a run hold. */
function measured(run: string): readonly string[] {
  const file = join(folder.work, `measurements-${run}.jsonl`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(1, -1);
  return lines.map((line) => JSON.parse(line).step);
}

/** Settles a run that was killed, and counts what was found. */
async function settled(figures: Figures): Promise<void> {
  const run = unfinished();
  const before = run === undefined ? [] : measured(run);
  const cgroup = cgroupOf(folder.work);
  const { how, said } = await settle(plan, folder.work);
  count(figures, `killed ${phase(run, before)}: ${how}`);
  if (run !== undefined && before.length > 0) {
    // All that was written down is there still, and no step was taken twice.
    expect(how, said).toBe('resumed');
    expect(measured(run).slice(0, before.length)).toEqual(before);
    expect(measured(run)).toEqual(stepsOf(planOf(PLAN)).map(({ id }) => id));
  }
  if (how === 'nothing there') expect((await startBench(argv()).ended).code).toBe(0);
  expect(remains(folder.work)).toEqual([]);
  expect(cgroup !== undefined && existsSync(cgroup)).toBe(false);
  expect(others.harm()).toEqual([]);
}

const phase = (run: string | undefined, steps: readonly string[]): string => {
  if (run === undefined) return 'before it had a folder, or after';
  if (steps.length === 0) return 'before its first measurement';
  return steps.length < stepsOf(planOf(PLAN)).length
    ? 'among its steps'
    : 'in taking its folder away';
};

it('100 runs killed at random moments lose nothing, leave nothing and touch nobody', async () => {
  const figures: Figures = new Map();
  const began = performance.now();
  expect((await startBench(argv()).ended).code).toBe(0);
  const took = performance.now() - began;
  // Moments are drawn evenly over the time that one run takes, and again for its first fifth.
  const draw = random(inject('seed'));
  try {
    for (let kill = 0; kill < 100; kill++) {
      const run = startBench(argv());
      const moment = draw() * took * (kill % 2 === 0 ? 1 : 0.2);
      const timer = setTimeout(run.kill, moment);
      const { code, signal } = await run.ended;
      clearTimeout(timer);
      expect([0, null], `${code} ${signal}`).toContain(code);
      if (code === 0) count(figures, 'ended before it was killed');
      else await settled(figures);
    }
  } finally {
    printFigures('Killed at random moments', figures);
  }
});

it('a run killed at each of its calls loses nothing, leaves nothing and touches nobody', async () => {
  const figures: Figures = new Map();
  const file = join(folder.path, 'count');
  await startBench(argv()).ended;
  await startBench(argv(), { count: file }).ended;
  const calls = Number(readFileSync(file, 'utf8'));
  try {
    for (let at = 1; at <= calls; at += 1) {
      const { code } = await startBench(argv(), { at, how: 'kill' }).ended;
      if (code === 0) count(figures, 'ended before it was killed');
      else await settled(figures);
    }
  } finally {
    printFigures('Killed at each call that changes something', figures);
  }
});

/** Numbers below 1 that a seed gives, good enough for moments. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
