import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareTrees } from '../../../src/benchmark/manifest/compare.ts';
import type { Entry } from '../../../src/benchmark/manifest/entry.ts';
import { readTree } from '../../../src/benchmark/manifest/read-tree.ts';
import { builtIn } from '../../../src/benchmark/tools/built-in.ts';
import { EVERYTHING } from '../../../src/benchmark/tools/everything.ts';
import type { Invocation, Place, Point } from '../../../src/benchmark/tools/tool.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { ownBuild } from '../../support/programs/own-build.ts';
import { anyEdits, edit } from '../../support/trees/edited-tree.ts';

const host = nodeHost();
const build = ownBuild('built-in');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-built-in-')));
const work = join(folder, 'work');
const tool = builtIn('built-in', {});
const place: Place = {
  source: join(folder, 'source'),
  repository: { kind: 'local', path: join(work, 'points') },
  home: join(work, 'home'),
  self: [process.execPath, realpathSync(build.bin)],
  limit: null,
};
beforeAll(async () => {
  await host.processes.noteIn(await host.openWorkDirectory(work));
  mkdirSync(place.home);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  build.remove();
});

async function run({ program, args, warns = [] }: Invocation): Promise<string> {
  // As in a run, home lies in the work directory.
  const env = { PATH: process.env.PATH ?? '', HOME: place.home };
  const ended = await host.processes.run({ program, args, cwd: place.home, env });
  if (!ended.ok) throw new Error(ended.reason);
  const { exit, output, errors } = ended.value;
  expect([0, ...warns], errors).toContain(exit);
  return output;
}

const POINTS: readonly Point[] = [
  { number: 0, level: 'full', base: null },
  { number: 1, level: 'incremental', base: 0 },
  { number: 2, level: 'unchanged', base: 1 },
  { number: 3, level: 'differential', base: 0 },
];

describe('the built-in engine as a tool', () => {
  it('has a version', async () => {
    const output = tool.version ? await run(tool.version(place)) : '';
    expect(tool.readVersion(output)).toMatch(/^\d+\.\d+\.\d+/u);
  });

  it('makes points of all levels and brings them back', async () => {
    mkdirSync(place.source);
    const trees: (readonly Entry[])[] = [];
    const edits = fc.sample(anyEdits, { numRuns: 40, seed: 1 });
    for (const point of POINTS) {
      if (point.level !== 'unchanged') {
        for (const one of edits.splice(0, 10).flat()) edit(place.source, one);
      }
      trees.push((await readTree(host, place.source, 'sha-256')).entries);
      const files = (trees.at(-1) ?? []).filter(({ kind }) => kind === 'file');
      const { added, changed, unchanged, processed } = tool.reported(
        await run(tool.backup(place, point)),
        '',
        '',
      );
      expect((added ?? 0) + (changed ?? 0) + (unchanged ?? 0)).toBe(files.length);
      expect(processed).toBe(files.reduce((sum, { size }) => sum + size, 0));
      if (point.level === 'unchanged') expect([added, changed]).toEqual([0, 0]);
    }
    for (const check of tool.check?.(place, POINTS) ?? []) await run(check);
    for (const point of POINTS) {
      const into = join(work, `restored-${point.number}`);
      mkdirSync(into);
      for (const one of tool.restore(place, point, into, POINTS)) await run(one);
      const { entries } = await readTree(host, tool.restored(place, into), 'sha-256');
      expect(compareTrees(trees[point.number] ?? [], entries, EVERYTHING)).toEqual([]);
    }
  });

  it('makes a point anew that was complete and not written down', async () => {
    const again: Point = { number: 3, level: 'differential', base: 0 };
    for (const one of tool.recover(place, again)) await run(one);
    for (const one of tool.recover(place, again)) await run(one);
    await run(tool.backup(place, again));
    for (const check of tool.check?.(place, POINTS) ?? []) await run(check);
  });

  it('says nothing of what is no report', () => {
    expect(tool.reported('no report', '', '').added).toBeNull();
  });
});
