import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

/** Copies what it has changed since it was listed. */
const tool = (before: string) => `
tools:
  mine:
    command:
      backup: [sh, -c, '${before}; cp -a "$1/." "$2"', sh, '{source}', '{target}/{point}']
      restore: [sh, -c, 'cp -a "$1/." "$2"', sh, '{target}/{point}', '{into}']
levels: [full]
repetitions: 1
restore: [newest]
`;

const reasons = async (plan: string) => {
  const { code, summary } = await folder.bench(plan, '--json');
  expect(code).toBe(3);
  return summary().failures.map(({ reason }) => reason);
};

it('a directory of the user that differs may have changed meanwhile, and that is said', async () => {
  mkdirSync(join(folder.path, 'data'));
  writeFileSync(join(folder.path, 'data/log'), 'one');
  const plan = `datasets: { mine: { directory: data } }${tool('echo two >> "$1/log"')}`;
  expect(await reasons(plan)).toEqual([
    expect.stringMatching(/^what came back differs .*; the directory may have changed .* snapshot/),
  ]);
});

it('of what was made that is not said', async () => {
  const made = '{ files: 3, size: 1 KiB, depth: 0 }';
  const plan = `datasets: { made: ${made} }${tool('echo two > "$1/more"')}`;
  expect(await reasons(plan)).toEqual([expect.not.stringContaining('snapshot')]);
});
