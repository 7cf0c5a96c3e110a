import { changedBlocks } from './changed-blocks.ts';
import { ELEMENT_TYPES } from './element-types.ts';
import { type Generation, generationsOf } from './generation.ts';
import { type Group, groupsOf } from './group.ts';
import type { CheckpointRecipe, FilesRecipe, Recipe, Truth } from './recipe.ts';
import { changedElements, indexOf, shardsOf } from './shards.ts';

/**
 * Computes what a generation contains and changes, without making it. Counts neither links and
 * empty folders nor the times of folders.
 *
 * @example
 * truthOf(recipe, 7, 1) // { generation: 1, files: 2000, changed: 100, … }
 */
export function truthOf(recipe: Recipe, seed: number, generation: number): Truth {
  for (const truth of truthsOf(recipe, seed)) if (truth.generation === generation) return truth;
  throw new RangeError(`there is no generation ${generation}`);
}

const truthsOf = (recipe: Recipe, seed: number): Iterable<Truth> =>
  recipe.kind === 'files' ? truthsOfFiles(recipe, seed) : truthsOfCheckpoint(recipe);

function* truthsOfFiles(recipe: FilesRecipe, seed: number): Generator<Truth> {
  const groups = groupsOf(recipe, seed).map((group) => ({
    group,
    generations: generationsOf(group, recipe.change, seed),
  }));
  for (;;) {
    const truths = groups.map(({ group, generations }) =>
      truthOfGroup(group, generations.next().value, recipe, seed),
    );
    yield truths.reduce(sum);
  }
}

function truthOfGroup(
  group: Group,
  { number, files, changed, added, removed, renamed }: Generation,
  { change }: FilesRecipe,
  seed: number,
): Truth {
  const stretches = changed.flatMap((file) =>
    changedBlocks(group, file, change.within, number, seed),
  );
  return {
    generation: number,
    files: files.length,
    bytes: files.reduce((all, { size }) => all + size, 0),
    changed: changed.length,
    added: added.length,
    removed: removed.length,
    renamed: renamed.length,
    written: [...added.map(({ size }) => size), ...stretches.map(({ length }) => length)].reduce(
      (all, length) => all + length,
      0,
    ),
  };
}

const sum = (a: Truth, b: Truth): Truth => ({
  generation: a.generation,
  files: a.files + b.files,
  bytes: a.bytes + b.bytes,
  changed: a.changed + b.changed,
  added: a.added + b.added,
  removed: a.removed + b.removed,
  renamed: a.renamed + b.renamed,
  written: a.written + b.written,
});

function* truthsOfCheckpoint(recipe: CheckpointRecipe): Generator<Truth> {
  const shards = shardsOf(recipe);
  const bytes = recipe.shards * recipe.shard + indexOf(recipe, shards).length;
  const files = shards.length + 1;
  const counts = shards.map(({ elements }) => changedElements(recipe, elements));
  const changed = counts.filter((count) => count > 0).length;
  const { width } = ELEMENT_TYPES[recipe.type];
  const elements = counts.reduce((all, count) => all + count, 0);
  const none = { removed: 0, renamed: 0 };
  yield { generation: 0, files, bytes, changed: 0, added: files, ...none, written: bytes };
  for (let generation = 1; ; generation++) {
    yield { generation, files, bytes, changed, added: 0, ...none, written: elements * width };
  }
}
