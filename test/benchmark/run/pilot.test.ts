import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Measurement, Opening } from '../../../src/benchmark/measurement.ts';
import { beginRun } from '../../../src/benchmark/run/lifecycle/begin-run.ts';
import { resumeRun } from '../../../src/benchmark/run/open-run.ts';
import { scaled } from '../../../src/benchmark/scale.ts';
import { planOf } from '../../support/bench-plan.ts';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { workplace } from '../../support/servers/target-grounds.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

/** A program that works as long as there are files: a hundredth of a second each, and a little. */
const COUNTS = `
datasets: { few: { files: 8, size: { median: 1 KiB, sigma: 0 } } }
tools:
  mine:
    command:
      backup: [sh, -c, 'cp -a "$0/." "$1" && for file in "$1"/*; do i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; done', '{source}', '{target}']
      restore: [cp, -a, '{target}/.', '{into}']
levels: [full]
repetitions: 1
check: false
`;

/** Openings and lines of all runs, oldest first. */
const runs = () =>
  readdirSync(folder.work)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => {
      const texts = readFileSync(join(folder.work, name), 'utf8').trimEnd().split('\n');
      const [opening, ...lines] = texts.map((line) => JSON.parse(line));
      return { opening: opening as Opening, lines: lines as readonly Measurement[] };
    });

it('pilots make data larger until steps hold what the plan asks for', async () => {
  const { code, err, summary } = await folder.bench(`${COUNTS}least: 40 ms`, '--json');
  expect(code).toBe(0);
  expect(err).toContain('pilots find how large data must be for steps of 40 ms');
  const all = runs();
  const pilots = all.slice(0, -1);
  expect(pilots.length).toBeGreaterThan(0);
  expect(pilots[0]?.opening).toMatchObject({ purpose: 'pilot', scale: {}, least: 0.04 });
  const last = all.at(-1);
  const by = last?.opening.scale.few ?? 1;
  // A copy of 8 files holds no 40 ms.
  expect(by).toBeGreaterThan(1);
  expect(last?.opening.purpose).toBe('backups');
  expect(last?.lines.find(({ kind }) => kind === 'dataset')?.source?.files).toBe(Math.ceil(8 * by));
  expect(summary().rows.every(({ tooShort }) => Number.isInteger(tooShort))).toBe(true);
  expect(readdirSync(folder.work).filter((name) => /^\d/.test(name))).toEqual([]);
});

it('a plan of nothing but data of yours needs no pilot', async () => {
  await folder.bench(
    `datasets: { mine: { directory: ${import.meta.dirname} } }
tools: { mine: { command: { backup: ['true'], restore: ['true'] } } }
levels: [full]
least: 1 s`,
    '--budget',
    '1ms',
  );
  expect(runs()).toHaveLength(1);
});

it('a run that is resumed has data as large as when it began', async () => {
  const place = await workplace();
  try {
    const plan = planOf(`${COUNTS}least: 1 s`);
    const request = { ...place, plan, hash: 'h', folder: folder.path, self: [], backcast: '0' };
    const scale = { few: 3 };
    const begun = await beginRun({ ...request, plan: scaled(plan, scale), scale });
    begun.bench.journal.close();
    const { bench } = await resumeRun(request);
    expect(bench.plan.datasets).toMatchObject([{ recipe: { files: 24 } }]);
    bench.journal.close();
  } finally {
    place.end();
  }
});
