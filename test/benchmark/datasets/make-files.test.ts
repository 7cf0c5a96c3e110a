import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFiles } from '../../../src/benchmark/datasets/make-files.ts';
import type { FilesRecipe } from '../../../src/benchmark/datasets/recipe.ts';
import { truthOf } from '../../../src/benchmark/datasets/truth.ts';
import { fewFiles, make, withSite } from '../../support/trees/made-tree.ts';
import { filesIn, type TreeFacts, treeFacts } from '../../support/trees/tree-facts.ts';

const share = fc.constantFrom(0, 0.05, 0.2);
const recipes: fc.Arbitrary<FilesRecipe> = fc
  .record({
    files: fc.integer({ min: 1, max: 60 }),
    depth: fc.integer({ min: 0, max: 5 }),
    compressibility: fc.constantFrom(1, 2.5, 20),
    duplicates: fc.constantFrom(0, 0.3),
    hostileNames: fc.boolean(),
    sizes: fc.constantFrom(
      [{ weight: 1, median: 2000, sigma: 1.5, largest: 50_000 }],
      [{ weight: 1, median: 2, sigma: 1, largest: 20 }],
      [
        { weight: 0.9, median: 500, sigma: 0, largest: 500 },
        { weight: 0.1, median: 30_000, sigma: 0.5, largest: 90_000 },
      ],
    ),
    change: fc.record({
      changed: share,
      added: share,
      removed: share,
      renamed: share,
      within: fc.constantFrom(null, { share: 0.1, block: 512 }, { share: 1, block: 4096 }),
    }),
  })
  .map((fields) => fewFiles(fields));
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const runs = { numRuns: 15 };

/** What became of the regular files from one tree to the next, by reading both. */
function difference(before: TreeFacts, after: TreeFacts) {
  const [old, now] = [new Map(filesIn(before)), new Map(filesIn(after))];
  const changed = [...now].filter(([path, { content }]) => {
    const was = old.get(path);
    return was !== undefined && was.content !== content;
  });
  const gone = [...old].filter(([path]) => !now.has(path));
  const fresh = [...now].filter(([path]) => !old.has(path));
  return { changed, gone, fresh, files: now.size, bytes: sizeOf([...now]) };
}

const sizeOf = (files: ReturnType<typeof filesIn>): number =>
  files.reduce((sum, [, { size }]) => sum + size, 0);

describe('made trees of files', () => {
  it('are byte-equal for the same recipe and seed, and different for another seed', async () => {
    const made = (recipe: FilesRecipe, seed: number) =>
      withSite(async (site) => {
        await make(site, recipe, seed, 2, 0);
        return treeFacts(site.at);
      });
    await fc.assert(
      fc.asyncProperty(recipes, seeds, async (recipe, seed) => {
        const tree = await made(recipe, seed);
        expect(await made(recipe, seed)).toEqual(tree);
        if (filesIn(tree).length > 0) expect(await made(recipe, seed + 1)).not.toEqual(tree);
      }),
      runs,
    );
  });

  it('are as the truth says: by reading them before and after', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, seeds, (recipe, seed) =>
        withSite(async (site) => {
          const first = await make(site, recipe, seed, 0);
          let before = treeFacts(site.at);
          const { files, bytes } = difference(new Map(), before);
          expect(first).toEqual({ ...NOTHING, files, bytes, added: files, written: bytes });
          for (let generation = 1; generation <= 4; generation++) {
            const truth = await make(site, recipe, seed, generation);
            const after = treeFacts(site.at);
            const { changed, gone, fresh, ...all } = difference(before, after);
            expect(truth).toMatchObject({ generation, ...all, changed: changed.length });
            expect([gone.length, fresh.length]).toEqual([
              truth.removed + truth.renamed,
              truth.added + truth.renamed,
            ]);
            expectTimes(before, after, changed);
            before = after;
          }
        }),
      ),
      runs,
    );
  });

  it('become the same where making them was broken off in the middle, after any step', async () => {
    const steps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        recipes,
        seeds,
        fc.integer({ min: 0, max: 2 }),
        steps,
        (recipe, seed, last, stops) =>
          withSite(async (site) => {
            await make(site, recipe, seed, last, 0);
            const whole = treeFacts(site.at);
            const again = { ...site, at: `${site.at}-again` };
            if (last > 0) await make(again, recipe, seed, last - 1, 0);
            for (const stop of stops) {
              let step = 0;
              for (const made of makeFiles(again, recipe, seed, last)) {
                expect(made.ok).toBe(true);
                if (++step === stop) break;
              }
            }
            await make(again, recipe, seed, last);
            expect(treeFacts(again.at)).toEqual(whole);
          }),
      ),
      runs,
    );
  });

  it('with hostile names hold the same other files, and nothing is run', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, seeds, (recipe, seed) =>
        withSite(async (site) => {
          const beside = { ...site, at: `${site.at}-beside` };
          await make(site, { ...recipe, hostileNames: false }, seed, 2, 0);
          await make(beside, { ...recipe, hostileNames: true }, seed, 2, 0);
          const others = [...treeFacts(beside.at)].filter(([path]) => !/^hostile(\/|$)/.test(path));
          expect(new Map(others)).toEqual(treeFacts(site.at));
          expect(existsSync(join(site.at, 'pwned'))).toBe(false);
        }),
      ),
      runs,
    );
  });

  it('are those they always were', async () => {
    const recipe = fewFiles({
      hostileNames: true,
      change: { ...fewFiles().change, within: { share: 0.3, block: 1024 } },
    });
    const tree = await withSite(async (site) => {
      await make(site, recipe, 7, 3, 0);
      return treeFacts(site.at);
    });
    const text = JSON.stringify([...tree], (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '3e19032e8e498dbdbcece48976396b6623083d27061b98795a51faf001ed61e3',
    );
  });
});

const NOTHING = { generation: 0, changed: 0, removed: 0, renamed: 0 };

/** What changed is newer, and only that; no time lies in the future or has parts of a second. */
function expectTimes(
  before: TreeFacts,
  after: TreeFacts,
  changed: ReturnType<typeof filesIn>,
): void {
  const now = BigInt(Date.now()) * 1_000_000n;
  const isChanged = new Set(changed.map(([path]) => path));
  for (const [path, { modified, kind }] of after) {
    expect(modified % 1_000_000_000n).toBe(0n);
    expect(modified < now).toBe(true);
    const was = before.get(path);
    if (kind !== 'file' || !was) continue;
    if (isChanged.has(path)) expect(modified > was.modified).toBe(true);
    else expect(modified).toBe(was.modified);
  }
}

describe('counts of a generation', () => {
  it('are the shares of the files there are, rounded', () => {
    const plain = recipes.map((recipe) => ({ ...recipe, hostileNames: false }));
    fc.assert(
      fc.property(plain, seeds, (recipe, seed) => {
        let { files } = truthOf(recipe, seed, 0);
        expect(files).toBe(recipe.files);
        for (let generation = 1; generation <= 3; generation++) {
          const truth = truthOf(recipe, seed, generation);
          const { added, removed, renamed, changed } = recipe.change;
          expect(truth).toMatchObject({
            added: Math.round(added * files),
            removed: Math.round(removed * files),
            renamed: Math.round(renamed * files),
          });
          expect(truth.changed).toBeLessThanOrEqual(Math.round(changed * files));
          files += truth.added - truth.removed;
          expect(truth.files).toBe(files);
        }
      }),
    );
  });
});
