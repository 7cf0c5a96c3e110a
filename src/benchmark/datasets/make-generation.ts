import type { Outcome } from '../../host/host.ts';
import { apply, type Site } from './apply.ts';
import { makeCheckpoint } from './make-checkpoint.ts';
import { makeFiles } from './make-files.ts';
import type { Recipe, Truth } from './recipe.ts';
import { truthOf } from './truth.ts';

/** A generation of a dataset. */
export interface Wanted {
  readonly recipe: Recipe;
  /** A whole number. */
  readonly seed: number;
  /** 0 for the first. */
  readonly generation: number;
}

/**
 * Makes a generation of a dataset. The first replaces whatever is at the site; any other changes
 * the one before it, which must be there. Names, contents, modes, links and times depend only on
 * recipe, seed and number; times lie in the past and rise from generation to generation. An
 * interrupted call is completed by calling this again.
 *
 * @returns the truth about the generation, or the file system's fault.
 *
 * @example
 * const site = { work, at: `${work.path}/source`, yieldNow: host.yieldNow };
 * await makeGeneration(site, { recipe, seed: 7, generation: 0 });
 * await makeGeneration(site, { recipe, seed: 7, generation: 1 });
 */
export async function makeGeneration(
  site: Site,
  { recipe, seed, generation }: Wanted,
): Promise<Outcome<Truth>> {
  const changes =
    recipe.kind === 'files'
      ? makeFiles(site, recipe, seed, generation)
      : makeCheckpoint(site, recipe, seed, generation);
  const made = await apply(changes, site.yieldNow);
  return made.ok ? { ok: true, value: truthOf(recipe, seed, generation) } : made;
}
