import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followTree } from '../../../src/benchmark/datasets/follow-tree.ts';
import { makeGeneration } from '../../../src/benchmark/datasets/make-generation.ts';
import { compareTrees } from '../../../src/benchmark/manifest/compare.ts';
import { readTree } from '../../../src/benchmark/manifest/read-tree.ts';
import { EVERYTHING } from '../../../src/benchmark/tools/everything.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { fewFiles } from '../../support/trees/made-tree.ts';

const host = nodeHost();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-follow-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const differences = async (one: string, other: string) =>
  compareTrees(
    (await readTree(host, one, 'xxhash')).entries,
    (await readTree(host, other, 'xxhash')).entries,
    EVERYTHING,
  );

it('makes a tree like each generation of another, whatever came before', async () => {
  const work = await host.openWorkDirectory(join(folder, 'work'));
  const path = (name: string) => join(work.path, name);
  for (const generation of [0, 1, 2]) {
    for (let made = 0; made <= generation; made++) {
      const site = { work, at: path(`snapshot ${generation}`), yieldNow: () => host.yieldNow() };
      const wanted = { recipe: fewFiles({ hostileNames: true }), seed: 5, generation: made };
      expect(await makeGeneration(site, wanted)).toMatchObject({ ok: true });
    }
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 4 }),
      async (order) => {
        for (const generation of order) {
          const from = path(`snapshot ${generation}`);
          expect(await followTree(host, { work, from, at: path('live') })).toEqual({ ok: true });
          expect(await differences(from, path('live'))).toEqual([]);
        }
      },
    ),
    { numRuns: 5 },
  );
});

it('leaves alone what is the same, and puts kinds in place of each other', async () => {
  const work = await host.openWorkDirectory(join(folder, 'work'));
  const at = join(work.path, 'live');
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  for (const snapshot of [one, two]) {
    mkdirSync(snapshot);
    writeFileSync(join(snapshot, 'same'), 'same');
  }
  mkdirSync(join(one, 'x', 'y'), { recursive: true });
  symlinkSync('same', join(two, 'x'));
  await followTree(host, { work, from: one, at });
  const before = statSync(join(at, 'same'));
  await followTree(host, { work, from: one, at });
  expect(statSync(join(at, 'same')).ctimeMs).toBe(before.ctimeMs);
  await followTree(host, { work, from: two, at });
  expect(await differences(two, at)).toEqual([]);
});
