import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeGeneration } from '../../../src/benchmark/datasets/make-generation.ts';
import type { CheckpointRecipe, Recipe } from '../../../src/benchmark/datasets/recipe.ts';
import { type OwnBuild, ownBuild } from '../../support/programs/own-build.ts';
import { fewFiles, make, withSite } from '../../support/trees/made-tree.ts';
import { treeFacts } from '../../support/trees/tree-facts.ts';

const checkpoint: CheckpointRecipe = {
  kind: 'checkpoint',
  shards: 3,
  shard: 2 ** 22,
  type: 'bf16',
  changed: 0.1,
};
const files = fewFiles({
  files: 1500,
  sizes: [{ weight: 1, median: 20_000, sigma: 1, largest: 1e6 }],
  hostileNames: true,
});

describe('a generation', () => {
  it('that cannot be made says what the system said', async () => {
    await withSite(async (site) => {
      mkdirSync(site.at);
      const wanted = { recipe: checkpoint, seed: 1, generation: 1 };
      expect(await makeGeneration(site, wanted)).toMatchObject({ ok: false, code: 'ENOENT' });
      // Now a folder stands where a file should be.
      mkdirSync(join(site.at, 'model-00001-of-00003.safetensors'));
      expect(await makeGeneration(site, wanted)).toMatchObject({ ok: false });
    });
  });

  it('is made in place of what is there where it is the first', async () => {
    await withSite(async (site) => {
      mkdirSync(join(site.at, 'old'), { recursive: true });
      writeFileSync(join(site.at, 'old', 'file'), 'old');
      await make(site, fewFiles(), 1, 0);
      expect(treeFacts(site.at).has('old')).toBe(false);
    });
  });
});

describe('a process that is killed while it makes a generation', () => {
  let build: OwnBuild;
  let script = '';
  beforeAll(() => {
    build = ownBuild('datasets');
    const module = (path: string) => pathToFileURL(resolve(build.folder, 'dist', path)).href;
    script = `
      import { makeGeneration } from '${module('benchmark/datasets/make-generation.js')}';
      import { nodeHost } from '${module('host/node.js')}';
      const [folder, at, wanted] = process.argv.slice(1);
      const work = await nodeHost().openWorkDirectory(folder);
      const yieldNow = async () => void process.stdout.write('.');
      await makeGeneration({ work, at, yieldNow }, JSON.parse(wanted));`;
  });
  afterAll(() => build.remove());

  /** Kills such a process after some of its yields; says whether it was still at it. */
  async function kill(folder: string, at: string, wanted: unknown, yields: number) {
    const args = ['--input-type=module', '-e', script, folder, at, JSON.stringify(wanted)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    let yielded = 0;
    child.stdout.on('data', (dots: Buffer) => {
      yielded += dots.length;
      if (yielded >= yields) child.kill('SIGKILL');
    });
    const [, signal] = await ended;
    return signal === 'SIGKILL';
  }

  it.each([
    ['files', files, 1],
    ['files', files, 0],
    ['a checkpoint', checkpoint, 2],
  ] as const)('leaves what the next makes whole: %s', async (_, recipe: Recipe, generation) => {
    await withSite(async (site) => {
      await make(site, recipe, 3, generation, 0);
      const whole = treeFacts(site.at);
      const again = { ...site, at: `${site.at}-again` };
      if (generation > 0) await make(again, recipe, 3, generation - 1, 0);
      const wanted = { recipe, seed: 3, generation };
      let killed = 0;
      for (const yields of [1, 10, 40, 100]) {
        if (await kill(site.work.path, again.at, wanted, yields)) killed++;
      }
      expect(killed).toBeGreaterThan(0);
      await make(again, recipe, 3, generation);
      expect(treeFacts(again.at)).toEqual(whole);
      expect(lstatSync(again.at).isDirectory()).toBe(true);
    });
  });
});
