import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from '../../../src/benchmark/datasets/apply.ts';
import { makeGeneration } from '../../../src/benchmark/datasets/make-generation.ts';
import type { FilesRecipe, Recipe, Truth } from '../../../src/benchmark/datasets/recipe.ts';
import { nodeHost } from '../../../src/host/node.ts';

/** Does something in a work directory, which is gone afterwards. */
export async function withSite<T>(
  act: (site: Site & { readonly at: string }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'backcast-dataset-'));
  try {
    const work = await nodeHost().openWorkDirectory(join(folder, 'work'));
    return await act({ work, at: join(work.path, 'source'), yieldNow: async () => {} });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes a generation, and those before it where `from` is less. */
export async function make(
  site: Site,
  recipe: Recipe,
  seed: number,
  generation: number,
  from = generation,
): Promise<Truth> {
  let truth: Truth | undefined;
  for (let number = from; number <= generation; number++) {
    const made = await makeGeneration(site, { recipe, seed, generation: number });
    if (!made.ok) throw new Error(made.reason);
    truth = made.value;
  }
  return truth as Truth;
}

/** A recipe for a few small files, with some fields in place of its own. */
export const fewFiles = (fields: Partial<FilesRecipe> = {}): FilesRecipe => ({
  kind: 'files',
  files: 40,
  sizes: [{ weight: 1, median: 3000, sigma: 1.2, largest: 100_000 }],
  depth: 3,
  compressibility: 2,
  duplicates: 0.1,
  hostileNames: false,
  change: { changed: 0.2, added: 0.1, removed: 0.1, renamed: 0.1, within: null },
  ...fields,
});
